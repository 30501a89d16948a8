export { CommandButton, CommandIconButton, CommandMenuItem, CommandRow } from './CommandButton';
export { useCommandContext, useRunCommand } from './context';
export { registerCommands, registerRecordSearch, useCommands, useSelection } from './registry';
export type { Command, CommandContext, CommandGroup, FoundRecord, RecordSearch, Selection } from './types';
