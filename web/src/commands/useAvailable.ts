import { useCommandContext } from './context';
import { useAllCommands, useCurrentSelection } from './registry';
import type { Command, CommandGroup } from './types';

/** The commands that apply here and now, of one group or of all. */
export function useAvailable(group?: CommandGroup): Command[] {
  const context = useCommandContext();
  useCurrentSelection();
  const now = context();
  return useAllCommands().filter(
    (each) => (group === undefined || each.group === group) && (each.when?.(now) ?? true),
  );
}
