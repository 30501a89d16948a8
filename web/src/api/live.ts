/**
 * The one live stream of the page. It only says that something changed; what it is now is read through the API, with the
 * same checks as always.
 */
export interface LiveEvent {
  id?: string;
  kind?: string;
  /** With `again`: when the stream was opened, on the page's clock. What was asked for later has missed nothing. */
  openedAt?: number;
  /** With what changed: when it was told, on the page's clock. What was asked for later knows of it. */
  at?: number;
  [member: string]: unknown;
}

type Listener = (event: LiveEvent) => void;

/** `again` comes after a pause in the stream: whatever was shown may be out of date. */
export type LiveTopic = 'deal' | 'company' | 'contact' | 'import' | 'forecast' | 'again';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
const TOPICS = ['deal', 'company', 'contact', 'import', 'forecast'] as const;

/** What came so shortly before somebody begins to listen is told to them too: the stream is open before all code is there. */
const RECENT_MS = 30_000;
const MOST_RECENT = 200;

const listeners = new Map<LiveTopic, Set<Listener>>();
let recent: { topic: LiveTopic; event: LiveEvent & { at: number } }[] = [];
let source: EventSource | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let users = 0;
let openedAt = 0;
let wait = FIRST_WAIT_MS;

function tell(topic: LiveTopic, event: LiveEvent): void {
  for (const listener of listeners.get(topic) ?? []) listener(event);
}

function tellChange(topic: LiveTopic, said: LiveEvent): void {
  const at = performance.now();
  const event = { ...said, at };
  const since = at - RECENT_MS;
  recent = [...recent.filter((each) => each.event.at > since), { topic, event }].slice(-MOST_RECENT);
  tell(topic, event);
}

function open(): void {
  const stream = new EventSource('/api/v1/stream');
  source = stream;
  stream.onopen = () => {
    wait = FIRST_WAIT_MS;
    openedAt = performance.now();
    // Also at the first time: what was read before the stream was open may have changed before it was.
    tell('again', { openedAt });
  };
  stream.onerror = () => {
    // The browser comes back by itself from a lost connection, but gives up when it was answered anything else.
    if (stream.readyState !== stream.CLOSED) return;
    timer = setTimeout(open, wait);
    wait = Math.min(LONGEST_WAIT_MS, wait * 2);
  };
  for (const topic of TOPICS) {
    stream.addEventListener(topic, (message) => {
      tellChange(topic, JSON.parse((message as MessageEvent<string>).data) as LiveEvent);
    });
  }
}

/** Keeps the stream open until the function it answers is called. The shell holds it while somebody is signed in. */
export function holdLive(): () => void {
  users += 1;
  if (users === 1) open();
  return () => {
    users -= 1;
    if (users > 0) return;
    clearTimeout(timer);
    source?.close();
    source = null;
    recent = [];
  };
}

/** Waits for the stream to be open, but not for long: what is asked for then need not be read again because of it. */
export function whenLive(mostMs: number): Promise<void> {
  const stream = source;
  if (!stream || stream.readyState !== stream.CONNECTING) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => resolve();
    stream.addEventListener('open', done, { once: true });
    stream.addEventListener('error', done, { once: true });
    setTimeout(done, mostMs);
  });
}

/** Who begins to listen for `again` when the stream is open already is told at once: something may have passed unheard. */
export function onLive(topic: LiveTopic, listener: Listener): () => void {
  const known = listeners.get(topic) ?? new Set();
  listeners.set(topic, known.add(listener));
  const since = performance.now() - RECENT_MS;
  for (const each of recent) if (each.topic === topic && each.event.at > since) listener(each.event);
  if (topic === 'again' && source && source.readyState === source.OPEN) listener({ openedAt });
  return () => known.delete(listener);
}
