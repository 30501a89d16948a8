interface Stage {
  name: string;
  pipeline: { id: string; name: string };
}

/** The stages of pipelines in which something stands; an idle pipeline would only be rows of zeroes. */
export function busyStages<S extends Stage>(stages: readonly S[], count: (stage: S) => number): S[] {
  const busy = new Set(stages.filter((stage) => count(stage) > 0).map((stage) => stage.pipeline.id));
  return stages.filter((stage) => busy.has(stage.pipeline.id));
}

/** Stages of several pipelines carry their pipeline's name behind their own. */
export function stageNames(stages: readonly Stage[]): (stage: Stage, between?: string) => string {
  const several = new Set(stages.map((stage) => stage.pipeline.id)).size > 1;
  return (stage, between = ' · ') => (several ? `${stage.name}${between}${stage.pipeline.name}` : stage.name);
}

/** Room for bars, one below the other. */
export function barsHeight(count: number, head: number): number {
  return Math.max(120, head + 10 + count * 40);
}
