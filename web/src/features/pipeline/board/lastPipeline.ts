const KEY = 'nurt.board.pipeline';

/** The pipeline looked at last on this device. */
export function lastPipeline(): string | undefined {
  return localStorage.getItem(KEY) ?? undefined;
}

export function rememberPipeline(id: string): void {
  if (lastPipeline() !== id) localStorage.setItem(KEY, id);
}
