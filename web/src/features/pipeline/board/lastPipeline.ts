const keyOf = (userId: string) => `nurt.board.pipeline.${userId}`;

/** The pipeline this person looked at last on this device. */
export function lastPipeline(userId: string): string | undefined {
  return localStorage.getItem(keyOf(userId)) ?? undefined;
}

export function rememberPipeline(userId: string, id: string): void {
  if (lastPipeline(userId) !== id) localStorage.setItem(keyOf(userId), id);
}
