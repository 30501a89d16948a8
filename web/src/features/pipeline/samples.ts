import type { Card, Deal, Pipeline, Stage } from './types';

/** Records for tests: enough of everything, nothing surprising. */
export function sampleStage(id: string, kind: Stage['kind'] = 'open', more: Partial<Stage> = {}): Stage {
  return {
    id,
    pipelineId: 'p1',
    name: `Stage ${id}`,
    kind,
    position: 0,
    probability: kind === 'won' ? 1 : kind === 'lost' ? 0 : 0.5,
    rottingDays: 14,
    purpose: null,
    help: null,
    archivedAt: null,
    version: 1,
    ...more,
  };
}

export const samplePipeline: Pipeline = {
  id: 'p1',
  name: 'Sales',
  position: 0,
  version: 1,
  archivedAt: null,
  stages: [sampleStage('a'), sampleStage('b'), sampleStage('won', 'won'), sampleStage('lost', 'lost')],
};

export function sampleCard(id: string, more: Partial<Card> = {}): Card {
  return {
    id,
    title: `Deal ${id}`,
    company: { id: 'c1', name: 'Browar Bałtycki' },
    owner: { id: 'u1', name: 'Ewa Wójcik' },
    contact: null,
    amount: '100',
    currency: 'PLN',
    stageId: 'a',
    stageEnteredAt: '2026-11-01T00:00:00Z',
    daysInStage: 23,
    rotting: true,
    expectedClose: null,
    nextStep: 'Call about the offer',
    nextStepOn: '2026-11-20',
    tags: ['urgent'],
    resumeOn: null,
    version: 1,
    ...more,
  };
}

export function sampleDeal(id: string, more: Partial<Deal> = {}): Deal {
  return {
    ...sampleCard(id),
    pipelineId: 'p1',
    status: 'open',
    outcome: null,
    lostReason: null,
    lostNote: null,
    competitor: null,
    closedAt: null,
    openedAt: '2026-10-01T00:00:00Z',
    source: null,
    category: null,
    contacts: [],
    products: [],
    custom: {},
    createdAt: '2026-10-01T00:00:00Z',
    updatedAt: '2026-11-01T00:00:00Z',
    archivedAt: null,
    deletedAt: null,
    importId: null,
    ...more,
  };
}
