interface Waiting<T> {
  resolve: (found: T | null) => void;
  reject: (error: unknown) => void;
}

/** Cards come on the screen one after the other: what they ask for goes out once all are drawn. */
function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 400 });
  else work();
}

/** Collects what is asked for one by one within a moment and asks for it at once; what is not answered is null. */
export function batched<T>(
  askAll: (ids: readonly string[]) => Promise<readonly T[]>,
  idOf: (found: T) => string,
  { waitMs = 40, most = 100 }: { waitMs?: number; most?: number } = {},
): (id: string) => Promise<T | null> {
  let waiting = new Map<string, Waiting<T>[]>();

  const send = async (part: readonly (readonly [string, Waiting<T>[]])[]) => {
    try {
      const found = new Map((await askAll(part.map(([id]) => id))).map((each) => [idOf(each), each]));
      for (const [id, those] of part) for (const one of those) one.resolve(found.get(id) ?? null);
    } catch (error) {
      for (const [, those] of part) for (const one of those) one.reject(error);
    }
  };

  const flush = () => {
    const all = [...waiting];
    waiting = new Map();
    for (let at = 0; at < all.length; at += most) void send(all.slice(at, at + most));
  };

  return (id) =>
    new Promise((resolve, reject) => {
      if (waiting.size === 0) setTimeout(() => whenIdle(flush), waitMs);
      waiting.set(id, [...(waiting.get(id) ?? []), { resolve, reject }]);
    });
}
