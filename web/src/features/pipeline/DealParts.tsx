import { type ComponentType, lazy, Suspense } from 'react';
import { type DealFact, dealFacts, dealSections } from '@/app/dealParts';

type Fact = ComponentType<{ dealId: string }>;

const loaded = new Map<string, Fact>();

/** One lazy component per fact, however many cards show it. */
function partOf(fact: DealFact): Fact {
  const known = loaded.get(fact.id) ?? lazy(fact.load);
  loaded.set(fact.id, known);
  return known;
}

/** What other modules say of a deal, those of the named fields. */
export function DealFacts({ dealId, fields }: { dealId: string; fields: readonly string[] }) {
  const shown = dealFacts().filter((fact) => fields.includes(fact.id));
  if (shown.length === 0) return null;
  return (
    <Suspense fallback={null}>
      {shown.map((fact) => {
        const Part = partOf(fact);
        return <Part key={fact.id} dealId={dealId} />;
      })}
    </Suspense>
  );
}

let sections: [string, ComponentType<{ dealId: string; pipelineId: string }>][] | null = null;

/** Blocks of other modules in the record of an open deal. */
export function DealSections({ dealId, pipelineId }: { dealId: string; pipelineId: string }) {
  sections ??= dealSections().map((section) => [section.id, lazy(section.load)]);
  return (
    <Suspense fallback={null}>
      {sections.map(([id, Section]) => (
        <Section key={id} dealId={dealId} pipelineId={pipelineId} />
      ))}
    </Suspense>
  );
}
