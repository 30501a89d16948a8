import type { QueryClient } from '@tanstack/react-query';
import { onLive } from '@/api/live';
import { readAgain } from '@/app/readAgain';
import { keys } from './api';
import type { Kind } from './types';

const PAUSE_MS = 300;

/** Events come in bursts (an import, a bulk edit); what they touch is read anew once per burst. */
export function followDirectory(client: QueryClient, pauseMs = PAUSE_MS): () => void {
  const touched: Record<Kind, Set<string>> = { company: new Set(), contact: new Set() };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    for (const kind of ['company', 'contact'] as const) {
      const ids = touched[kind];
      if (ids.size === 0) continue;
      void client.invalidateQueries({ queryKey: keys.lists(kind) });
      for (const id of ids) {
        void client.invalidateQueries({ queryKey: keys.record(kind, id) });
        void client.invalidateQueries({ queryKey: keys.timeline(kind, id) });
      }
      ids.clear();
    }
  };
  const follow = (kind: Kind) =>
    onLive(kind, ({ id }) => {
      if (!id) return;
      touched[kind].add(id);
      clearTimeout(timer);
      timer = setTimeout(flush, pauseMs);
    });
  const off = [
    follow('company'),
    follow('contact'),
    onLive('again', ({ openedAt }) => {
      const shown = ['companies', 'contacts', 'company', 'contact', 'company-timeline', 'contact-timeline'];
      readAgain(client, shown, openedAt);
    }),
  ];
  return () => {
    clearTimeout(timer);
    for (const stop of off) stop();
  };
}
