import {
  IconArchive,
  IconArrowBackUp,
  IconArrowRight,
  IconCalendarDue,
  IconExternalLink,
  IconLink,
  IconPlus,
  IconRestore,
  IconRotate2,
  IconTag,
  IconTrash,
  IconTrophy,
  IconUser,
  IconUserCheck,
  IconX,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/app/session';
import type { Command, CommandContext } from '@/commands';
import { notifyDone } from '@/ui';
import { useActions } from './actions';
import { ask } from './dialogs/dialogs';
import { findCard, stageById } from './model/cache';
import { myId } from './people';
import type { Card, Deal, StageKind } from './types';

const idsIn = (context: CommandContext): readonly string[] =>
  context.selection?.kind === 'deal' ? context.selection.ids : [];

const isDeal = (card: Card): card is Deal => 'status' in card;

/** All acts on deals. They apply to the deals picked on the screen, or to the one that is open. */
export function useDealCommands(): Command[] {
  const { t } = useTranslation('pipeline');
  const client = useQueryClient();
  const me = useMe();
  const { act, patch, bulk } = useActions();

  const cards = (context: CommandContext) =>
    idsIn(context)
      .map((id) => findCard(client, id))
      .filter((card): card is Card => card !== undefined);
  const kindOf = (card: Card): StageKind =>
    isDeal(card) ? card.status : (stageById(client, card.stageId)?.stage.kind ?? 'open');
  const away = (card: Card) => isDeal(card) && (card.archivedAt !== null || card.deletedAt !== null);
  const may = (context: CommandContext) => context.can('write') && idsIn(context).length > 0;
  const present = (context: CommandContext) => may(context) && !cards(context).some(away);
  const open = (context: CommandContext) =>
    present(context) && cards(context).every((card) => kindOf(card) === 'open');
  const single = (context: CommandContext) => idsIn(context).length === 1;
  const first = (context: CommandContext) => idsIn(context)[0] ?? '';

  const deal = (
    id: string,
    icon: Command['icon'],
    when: (context: CommandContext) => boolean,
    run: (context: CommandContext) => unknown,
    rest: Partial<Command> = {},
  ): Command => ({
    id: `pipeline.${id}`,
    label: `pipeline:commands.${id}`,
    ...(icon && { icon }),
    group: 'selection',
    when,
    run: (context) => void run(context),
    ...rest,
  });
  const dialog =
    (kind: 'won' | 'lost' | 'return' | 'reopen' | 'move' | 'assign' | 'next-step' | 'tags') =>
    (context: CommandContext) =>
      ask({ kind, ids: idsIn(context) });

  const copyLink = async (context: CommandContext) => {
    await navigator.clipboard.writeText(`${window.location.origin}/deals/${first(context)}`);
    notifyDone(t('done.linkCopied'));
  };
  const assignMe = (context: CommandContext) =>
    single(context)
      ? patch(first(context), { ownerId: myId(me) })
      : bulk({ ids: idsIn(context) }, { ownerId: myId(me) });

  return [
    {
      id: 'pipeline.new-deal',
      label: 'pipeline:commands.new-deal',
      icon: IconPlus,
      group: 'create',
      shortcut: ['c', 'n'],
      when: (context) => context.can('write'),
      run: (context) => ask({ kind: 'new', pipelineId: /^\/board\/([\w-]+)/.exec(context.path)?.[1] }),
    },
    deal('open', IconExternalLink, single, (context) => context.navigate(`/deals/${first(context)}`), {
      shortcut: 'o',
    }),
    deal('copy-link', IconLink, single, copyLink, { shortcut: 'mod+shift+c' }),
    deal('move', IconArrowRight, open, dialog('move'), { shortcut: 'm' }),
    deal('won', IconTrophy, open, dialog('won'), { shortcut: 'w' }),
    deal('lost', IconX, open, dialog('lost'), { shortcut: 'l' }),
    deal(
      'return',
      IconArrowBackUp,
      (context) => present(context) && cards(context).every((card) => kindOf(card) !== 'won'),
      dialog('return'),
      { shortcut: 'r' },
    ),
    deal(
      'reopen',
      IconRotate2,
      (context) => present(context) && cards(context).every((card) => kindOf(card) !== 'open'),
      dialog('reopen'),
    ),
    deal('next-step', IconCalendarDue, present, dialog('next-step'), { shortcut: 's' }),
    deal('assign-me', IconUserCheck, present, assignMe, { shortcut: 'i' }),
    deal('assign', IconUser, present, dialog('assign'), { shortcut: 'a' }),
    deal('tags', IconTag, present, dialog('tags'), { shortcut: 't' }),
    deal('archive', IconArchive, present, (context) => act(idsIn(context), 'archive'), { shortcut: 'e' }),
    deal(
      'unarchive',
      IconArchive,
      (context) =>
        may(context) &&
        cards(context).some((card) => isDeal(card) && card.archivedAt !== null && card.deletedAt === null),
      (context) => act(idsIn(context), 'unarchive'),
    ),
    deal(
      'restore',
      IconRestore,
      (context) => may(context) && cards(context).some((card) => isDeal(card) && card.deletedAt !== null),
      (context) => act(idsIn(context), 'restore'),
    ),
    deal(
      'trash',
      IconTrash,
      (context) => may(context) && !cards(context).some((card) => isDeal(card) && card.deletedAt !== null),
      (context) => act(idsIn(context), 'trash'),
      { danger: true, shortcut: 'delete' },
    ),
  ];
}
