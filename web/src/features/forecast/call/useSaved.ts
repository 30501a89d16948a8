import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useErrorText } from '@/ui';
import { ROOT } from './api';

/** Saves something of the forecast call: what failed is told in place, what was saved is read anew everywhere. */
export function useSaved() {
  const client = useQueryClient();
  const words = useErrorText();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ title: string; detail: string } | null>(null);
  const save = async (work: () => Promise<unknown>, after: () => void) => {
    if (busy) return;
    setBusy(true);
    setFailed(null);
    try {
      await work();
      await client.invalidateQueries({ queryKey: ROOT });
      after();
    } catch (error) {
      setFailed(words(error));
    }
    setBusy(false);
  };
  return { busy, failed, save };
}
