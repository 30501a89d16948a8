import { dealFacts } from '@/app/dealParts';
import type { Card } from '../types';

/** What a card may show besides its title and amount. */
export const CARD_FIELDS = [
  'company',
  'contact',
  'owner',
  'age',
  'expectedClose',
  'nextStep',
  'risk',
  'tags',
] as const;
/** One of {@link CARD_FIELDS}, or what another module says of deals. */
export type CardField = (typeof CARD_FIELDS)[number] | (string & {});

/** All that people can choose from, with the keys of their names. */
export function cardFields(): { id: CardField; label: string }[] {
  return [
    ...CARD_FIELDS.map((id) => ({ id, label: `pipeline:card.field.${id}` })),
    ...dealFacts().map(({ id, label }) => ({ id, label })),
  ];
}

export interface CardLook {
  fields: readonly CardField[];
  compact: boolean;
}

export const PLAIN_LOOK: CardLook = {
  fields: ['company', 'owner', 'age', 'nextStep', 'risk', 'tags', ...dealFacts().map((fact) => fact.id)],
  compact: false,
};

const FRAME = 20;
const TITLE = 20;
const LINE = 19;
const CHIPS = 25;
const COMPACT = 58;
export const CARD_GAP = 8;

function hasChips(card: Card, look: CardLook): boolean {
  const shows = (field: CardField) => look.fields.includes(field);
  return (
    (shows('risk') && (card.rotting || card.resumeOn !== null)) || (shows('tags') && card.tags.length > 0)
  );
}

/** Which lines a card has. Its height follows from them alone, so a column can be laid out without measuring. */
export function linesOf(card: Card, look: CardLook) {
  const shows = (field: CardField) => look.fields.includes(field);
  return {
    who: (shows('company') && card.company !== null) || (shows('contact') && card.contact !== null),
    step: !look.compact && shows('nextStep') && card.nextStep !== null,
    chips: !look.compact && hasChips(card, look),
  };
}

export function cardHeight(card: Card, look: CardLook): number {
  if (look.compact) return COMPACT;
  const lines = linesOf(card, look);
  return FRAME + TITLE + LINE + (lines.who ? LINE : 0) + (lines.step ? LINE : 0) + (lines.chips ? CHIPS : 0);
}
