import { ApiError, ConflictError, NetworkError, type Problem } from './errors';

export type Query = Record<
  string,
  string | number | boolean | null | undefined | readonly (string | number)[]
>;

export interface RequestOptions {
  query?: Query;
  signal?: AbortSignal;
  /** The version that was read: an ETag, or the bare `version` number of a record. */
  ifMatch?: string | number;
  /** Give one to repeat an act safely; otherwise each call makes its own. */
  idempotencyKey?: string;
  headers?: Record<string, string>;
}

export interface Versioned<T> {
  data: T;
  etag: string | undefined;
  /** What to send to `/undo/{token}` to take the change back. */
  undo: string | undefined;
}

const BASE = '/api/v1';
const signedOutListeners = new Set<() => void>();

/** Called when the server says that the session has ended. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

export function apiUrl(path: string, query?: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === null || value === '') continue;
    for (const each of Array.isArray(value) ? value : [value]) params.append(name, String(each));
  }
  const tail = params.size > 0 ? `?${params}` : '';
  return `${path.startsWith('/api/') ? path : BASE + path}${tail}`;
}

/** A random key; `crypto.randomUUID` is missing where Nurt is served over plain HTTP. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function entityTag(version: string | number): string {
  if (typeof version === 'number') return `"v${version}"`;
  return version.includes('"') ? version : `"${version}"`;
}

function headersOf(method: string, body: unknown, options: RequestOptions): Headers {
  const headers = new Headers({
    Accept: 'application/json, application/problem+json',
    'X-Requested-With': 'nurt',
    ...options.headers,
  });
  const lang = document.documentElement.lang;
  if (lang) headers.set('Accept-Language', lang);
  if (body !== undefined && !(body instanceof Blob) && !(body instanceof FormData)) {
    headers.set('Content-Type', 'application/json');
  }
  if (method !== 'GET') headers.set('Idempotency-Key', options.idempotencyKey ?? newKey());
  if (options.ifMatch !== undefined) headers.set('If-Match', entityTag(options.ifMatch));
  return headers;
}

/** A request lost on the way is sent once more: it carries its idempotency key, so it acts only once. */
async function send(url: string, init: RequestInit): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await fetch(url, init);
    } catch (error) {
      if (init.signal?.aborted) throw error;
      if (attempt > 0) throw new NetworkError(error);
    }
  }
}

async function problemOf(response: Response): Promise<Problem> {
  if (!response.headers.get('Content-Type')?.includes('json')) return { status: response.status };
  return (await response.json().catch(() => ({}))) as Problem;
}

async function failure(path: string, response: Response): Promise<ApiError> {
  const problem = await problemOf(response);
  if (response.status === 412) return new ConflictError(412, problem);
  const signingIn = path === '/session' || path === '/me';
  if (response.status === 401 && !signingIn) for (const listener of signedOutListeners) listener();
  return new ApiError(response.status, problem);
}

async function exchange<T>(
  method: string,
  path: string,
  body: unknown,
  options: RequestOptions,
): Promise<Versioned<T>> {
  const response = await send(apiUrl(path, options.query), {
    method,
    headers: headersOf(method, body, options),
    body:
      body === undefined || body instanceof Blob || body instanceof FormData ? body : JSON.stringify(body),
    signal: options.signal ?? null,
    credentials: 'same-origin',
  });
  if (!response.ok) throw await failure(path, response);
  const etag = response.headers.get('ETag') ?? undefined;
  const undo = response.headers.get('Undo-Token') ?? undefined;
  const json = response.headers.get('Content-Type')?.includes('json');
  const data = (response.status === 204 || !json ? undefined : await response.json()) as T;
  return { data, etag, undo };
}

/**
 * The one way to talk to the server. Paths are relative to `/api/v1`; failures are {@link ApiError}s.
 * Pass Query's `signal` on reads, and `ifMatch` on changes of a record.
 */
export const api = {
  get: async <T>(path: string, options: RequestOptions = {}) =>
    (await exchange<T>('GET', path, undefined, options)).data,
  /** As `get`, together with the ETag to send back as `ifMatch`. */
  getVersioned: <T>(path: string, options: RequestOptions = {}) =>
    exchange<T>('GET', path, undefined, options),
  /** A change together with its ETag and the token that takes it back. */
  change: <T = void>(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    options: RequestOptions = {},
  ) => exchange<T>(method, path, body, options),
  post: async <T = void>(path: string, body?: unknown, options: RequestOptions = {}) =>
    (await exchange<T>('POST', path, body, options)).data,
  put: async <T = void>(path: string, body?: unknown, options: RequestOptions = {}) =>
    (await exchange<T>('PUT', path, body, options)).data,
  patch: async <T = void>(path: string, body?: unknown, options: RequestOptions = {}) =>
    (await exchange<T>('PATCH', path, body, options)).data,
  delete: async <T = void>(path: string, body?: unknown, options: RequestOptions = {}) =>
    (await exchange<T>('DELETE', path, body, options)).data,
};
