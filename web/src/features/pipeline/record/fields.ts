/** The request members that stand for a field, as the server names them in changes and conflicts. */
const NAMES: Record<string, string> = {
  companyId: 'company',
  ownerId: 'owner',
  stageId: 'stage',
  pipelineId: 'pipeline',
  lostReasonId: 'lostReason',
};

/** The field's name in texts, whichever of its names the server used. */
export function fieldName(member: string): string {
  return NAMES[member] ?? member;
}

/** A plain value as it reads in a conflict: what the other person saved. */
export function plainValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value))
    return value.map((each) => (typeof each === 'string' ? each : each.name)).join(', ') || '–';
  if (typeof value === 'object' && 'name' in value) return String(value.name);
  return String(value);
}
