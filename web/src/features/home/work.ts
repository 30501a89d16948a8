import { endOfMonth } from './days';

export interface HomeDeal {
  id: string;
  title: string;
  company: { id: string; name: string } | null;
  owner: { id: string; name: string } | null;
  amount: string | null;
  currency: string;
  expectedClose: string | null;
  nextStep: string | null;
  nextStepOn: string | null;
  resumeOn: string | null;
}

export const SECTIONS = ['overdue', 'today', 'noStep', 'closing'] as const;
export type Section = (typeof SECTIONS)[number];

/** The most pressing thing a deal asks for today; null while it asks for nothing. */
export function need(deal: HomeDeal, today: string): Section | null {
  // Resting until then on purpose.
  if (deal.resumeOn && deal.resumeOn > today) return null;
  if (deal.nextStepOn && deal.nextStepOn < today) return 'overdue';
  if (deal.nextStepOn === today) return 'today';
  if (!deal.nextStep && !deal.nextStepOn) return 'noStep';
  return deal.expectedClose && deal.expectedClose <= endOfMonth(today) ? 'closing' : null;
}

/** The deals under what they ask for, each once; the longest waiting and the soonest closing first. */
export function worklist(deals: readonly HomeDeal[], today: string): Record<Section, HomeDeal[]> {
  const lists: Record<Section, HomeDeal[]> = { overdue: [], today: [], noStep: [], closing: [] };
  for (const deal of deals) {
    const section = need(deal, today);
    if (section) lists[section].push(deal);
  }
  const last = '9999';
  const by = (key: (deal: HomeDeal) => string | null) => (a: HomeDeal, b: HomeDeal) =>
    (key(a) ?? last).localeCompare(key(b) ?? last) || a.title.localeCompare(b.title);
  lists.overdue.sort(by((deal) => deal.nextStepOn));
  lists.today.sort(by((deal) => deal.expectedClose));
  lists.noStep.sort(by((deal) => deal.expectedClose));
  lists.closing.sort(by((deal) => deal.expectedClose));
  return lists;
}
