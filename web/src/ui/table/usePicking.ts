import { useCallback, useMemo, useRef, useState } from 'react';
import { useSelection } from '@/commands/registry';

const NONE: ReadonlySet<string> = new Set();

interface PickingOptions {
  ids: readonly string[];
  kind: string | undefined;
  picked: ReadonlySet<string> | undefined;
  onPick: ((ids: ReadonlySet<string>) => void) | undefined;
}

/** Picked rows: one by one, or with shift from the last one touched to this one. */
export function usePicking({ ids, kind, picked: given, onPick }: PickingOptions) {
  const [own, setOwn] = useState(NONE);
  const picked = given ?? own;
  const anchor = useRef<string | null>(null);
  const latest = useRef({ ids, picked, change: onPick ?? setOwn });
  latest.current = { ids, picked, change: onPick ?? setOwn };

  const pick = useCallback((id: string, range: boolean) => {
    const { ids, picked, change } = latest.current;
    const next = new Set(picked);
    const from = anchor.current === null ? -1 : ids.indexOf(anchor.current);
    const to = ids.indexOf(id);
    if (range && from >= 0 && to >= 0) {
      for (const each of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(each);
    } else if (!next.delete(id)) {
      next.add(id);
    }
    anchor.current = id;
    change(next);
  }, []);

  const pickAll = useCallback((all: boolean) => {
    latest.current.change(all ? new Set(latest.current.ids) : NONE);
  }, []);

  const inOrder = useMemo(() => ids.filter((id) => picked.has(id)), [ids, picked]);
  useSelection(kind ?? '', kind ? inOrder : []);
  return { picked, count: inOrder.length, pick, pickAll };
}
