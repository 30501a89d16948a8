import { useSyncExternalStore } from 'react';
import { ApiError, apiUrl, NetworkError, newKey, type Problem } from '@/api';
import type { ImportFile } from './types';

export interface Upload {
  key: string;
  importId: string;
  name: string;
  size: number;
  /** From 0 to 1; 1 while the server reads what has arrived. */
  sent: number;
  error: unknown;
}

/* Kept outside of the screens: an upload begun on one goes on while the next is shown. */
let uploads: readonly Upload[] = [];
const listeners = new Set<() => void>();

function set(next: readonly Upload[]) {
  uploads = next;
  for (const listener of listeners) listener();
}

function change(key: string, to: Partial<Upload>) {
  set(uploads.map((each) => (each.key === key ? { ...each, ...to } : each)));
}

export function forgetUpload(key: string): void {
  set(uploads.filter((each) => each.key !== key));
}

export function useUploads(importId: string): Upload[] {
  const all = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => uploads,
  );
  return all.filter((each) => each.importId === importId);
}

function failureOf(request: XMLHttpRequest): ApiError {
  let problem: Problem = { status: request.status };
  try {
    problem = JSON.parse(request.responseText) as Problem;
  } catch {
    // Not the server's own words: a proxy in between, for example.
  }
  return new ApiError(request.status, problem);
}

/** `fetch` cannot tell how much of a request has left, so this one request goes the older way. */
function send(importId: string, file: File, onSent: (share: number) => void): Promise<ImportFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', apiUrl(`/imports/${importId}/files`));
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('X-Requested-With', 'nurt');
    request.setRequestHeader('Idempotency-Key', newKey());
    request.setRequestHeader('Accept-Language', document.documentElement.lang);
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new NetworkError(undefined));
    request.onload = () => {
      if (request.status >= 300) return reject(failureOf(request));
      const answer = JSON.parse(request.responseText) as ImportFile | { items: ImportFile[] };
      const file = 'items' in answer ? answer.items[0] : answer;
      if (file) resolve(file);
      else reject(failureOf(request));
    };
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}

/** Sends files one after another; each is told to `onRead` as soon as the server has read it. */
export async function uploadFiles(
  importId: string,
  files: readonly File[],
  onRead: (file: ImportFile) => void,
): Promise<void> {
  const queued = files.map((file) => ({
    file,
    upload: { key: newKey(), importId, name: file.name, size: file.size, sent: 0, error: null },
  }));
  set([...uploads, ...queued.map(({ upload }) => upload)]);
  for (const { file, upload } of queued) {
    try {
      const read = await send(importId, file, (sent) => change(upload.key, { sent }));
      forgetUpload(upload.key);
      onRead(read);
    } catch (error) {
      change(upload.key, { error });
    }
  }
}

/** Pasted rows, as if they had been a file. */
export function fileOfText(text: string, name: string): File {
  return new File([text], name, { type: 'text/csv' });
}

/** A name for an import by what is in it. */
export function nameOf(files: readonly { name: string }[]): string {
  const names = files.map((file) => file.name.replace(/\.(csv|tsv|txt)$/i, ''));
  const text = names.slice(0, 4).join(', ') + (names.length > 4 ? ', …' : '');
  return text.slice(0, 120) || 'CSV';
}
