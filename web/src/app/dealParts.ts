import type { ComponentType } from 'react';

/*
 * What later modules say of deals on the pipeline's screens, which know nothing of them. They register at start, like
 * everything in `feature.ts`; what is drawn stays behind `load`.
 */
interface OfDeal {
  dealId: string;
}

/** A small mark of a deal: on cards, where people choose what they show, and as a column of the list. */
export interface DealFact {
  /** Also the name of the card's field and of the column. */
  id: string;
  /** i18n key with namespace. */
  label: string;
  /** Draws nothing while nothing is known. */
  load: () => Promise<{ default: ComponentType<OfDeal> }>;
}

/** A block of the record, below the deal's way through the stages. */
export interface DealSection {
  id: string;
  order: number;
  /** Only for deals that are open. */
  load: () => Promise<{ default: ComponentType<OfDeal & { pipelineId: string }> }>;
}

const facts: DealFact[] = [];
const sections: DealSection[] = [];

export function registerDealFact(...items: DealFact[]): void {
  facts.push(...items);
}

export function dealFacts(): readonly DealFact[] {
  return facts;
}

export function registerDealSection(...items: DealSection[]): void {
  sections.push(...items);
  sections.sort((a, b) => a.order - b.order);
}

export function dealSections(): readonly DealSection[] {
  return sections;
}
