import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Asked } from './api';

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** What the address asks for, and going elsewhere. */
export function usePlace() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const asked: Asked = { period: text(search.period), asOf: text(search.asOf), team: text(search.team) };
  const go = (part: Asked) => {
    const { period, asOf, team } = { ...asked, ...part };
    void navigate({
      to: '.',
      search: { ...(period && { period }), ...(asOf && { asOf }), ...(team && { team }) } as never,
    });
  };
  return { asked, go };
}

export type Place = ReturnType<typeof usePlace>;
