import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '@/api';
import { noteReads } from './readAgain';

export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: 'always',
        // A refusal stays a refusal; only a server out of reach or out of breath is worth asking again.
        retry: (count, error) =>
          count < 2 && (!(error instanceof ApiError) || error.status === 0 || error.status >= 502),
      },
      mutations: { retry: false },
    },
  });
  noteReads(client);
  return client;
}
