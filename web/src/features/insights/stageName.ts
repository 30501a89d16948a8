interface Stage {
  name: string;
  pipeline: { id: string; name: string };
}

/** Stages of several pipelines carry their pipeline's name. */
export function stageNames(stages: readonly Stage[]): (stage: Stage) => string {
  const several = new Set(stages.map((stage) => stage.pipeline.id)).size > 1;
  return (stage) => (several ? `${stage.pipeline.name}: ${stage.name}` : stage.name);
}

/** Room for bars, one below the other. */
export function barsHeight(count: number): number {
  return Math.max(140, 58 + count * 38);
}
