import type { Import, ImportStatus } from '../types';

export const STEPS = ['files', 'columns', 'cleanup', 'check'] as const;
export type Step = (typeof STEPS)[number];

const BUSY: readonly ImportStatus[] = ['queued', 'running', 'undoing'];

/** The server is at work on it. */
export function isBusy(status: ImportStatus): boolean {
  return BUSY.includes(status);
}

/** How far one can go: without a file that is understood there is nothing to map. */
export function reachable(draft: Pick<Import, 'files'>, step: Step): boolean {
  if (step === 'files') return true;
  return draft.files.length > 0 && draft.files.some((file) => file.entity);
}

/** The step an address asks for, or the nearest one that makes sense. */
export function stepOf(wanted: unknown, draft: Pick<Import, 'files'>): Step {
  const step = STEPS.find((each) => each === wanted) ?? 'files';
  return reachable(draft, step) ? step : 'files';
}

export function nextStep(step: Step): Step | undefined {
  return STEPS[STEPS.indexOf(step) + 1];
}

export function previousStep(step: Step): Step | undefined {
  return STEPS[STEPS.indexOf(step) - 1];
}
