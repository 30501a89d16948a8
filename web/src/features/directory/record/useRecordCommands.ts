import {
  IconArchive,
  IconArrowsJoin,
  IconChevronDown,
  IconChevronUp,
  IconRestore,
  IconTrash,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCommands } from '@/commands';
import { useDirectory } from '../actions';
import { askMerge } from '../merge/askMerge';
import { stepsFrom } from '../model/walk';
import { type DirectoryRecord, type Kind, pathOf } from '../types';

/** What can be done to the record that is shown. */
export function useRecordCommands(kind: Kind, record: DirectoryRecord | undefined, id: string) {
  const navigate = useNavigate();
  const { mark } = useDirectory(kind);
  const steps = stepsFrom(kind, id);
  const go = (to: string | null) => {
    if (to) void navigate({ to: `${pathOf(kind)}/${to}` });
  };
  const active = record !== undefined && !record.archivedAt && !record.deletedAt;
  const write = (yes: boolean) => (context: { can: (permission: 'write') => boolean }) =>
    yes && context.can('write');
  const act = (what: Parameters<typeof mark>[1]) => () => record && void mark(record, what);
  useCommands([
    {
      id: 'directory.next',
      label: 'directory:commands.next',
      icon: IconChevronDown,
      group: 'view',
      shortcut: 'j',
      when: () => steps.next !== null,
      run: () => go(steps.next),
    },
    {
      id: 'directory.previous',
      label: 'directory:commands.previous',
      icon: IconChevronUp,
      group: 'view',
      shortcut: 'k',
      when: () => steps.previous !== null,
      run: () => go(steps.previous),
    },
    {
      id: 'directory.note',
      label: 'directory:commands.note',
      group: 'selection',
      shortcut: 'n',
      when: write(active),
      run: () => document.querySelector<HTMLElement>('textarea[data-composer]')?.focus(),
    },
    {
      id: 'directory.merge',
      label: `directory:merge.command.${kind}`,
      icon: IconArrowsJoin,
      group: 'selection',
      when: write(active),
      run: () => askMerge({ id, otherId: null }),
    },
    {
      id: 'directory.archive',
      label: 'directory:mark.archive',
      icon: IconArchive,
      group: 'selection',
      when: write(active),
      run: act('archive'),
    },
    {
      id: 'directory.unarchive',
      label: 'directory:mark.unarchive',
      icon: IconArchive,
      group: 'selection',
      when: write(Boolean(record?.archivedAt) && !record?.deletedAt),
      run: act('unarchive'),
    },
    {
      id: 'directory.restore',
      label: 'directory:mark.restore',
      icon: IconRestore,
      group: 'selection',
      when: write(Boolean(record?.deletedAt)),
      run: act('restore'),
    },
    {
      id: 'directory.trash',
      label: 'directory:mark.trash',
      icon: IconTrash,
      group: 'selection',
      danger: true,
      when: write(record !== undefined && !record.deletedAt),
      run: act('trash'),
    },
  ]);
  return steps;
}
