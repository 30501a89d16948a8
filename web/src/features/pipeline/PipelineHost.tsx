import { useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useCommands } from '@/commands';
import { type DealDialog, useDialog } from './dialogs/dialogs';
import { followDeals } from './model/live';
import { useDealCommands } from './useDealCommands';

const WonDialog = lazy(() => import('./dialogs/WonDialog'));
const LostDialog = lazy(() => import('./dialogs/LostDialog'));
const MoveDialog = lazy(() => import('./dialogs/MoveDialog'));
const RefusedDialog = lazy(() => import('./dialogs/RefusedDialog'));
const NewDealDialog = lazy(() => import('./dialogs/NewDealDialog'));
const small = () => import('./dialogs/SmallDialogs');
const AssignDialog = lazy(async () => ({ default: (await small()).AssignDialog }));
const NextStepDialog = lazy(async () => ({ default: (await small()).NextStepDialog }));
const TagsDialog = lazy(async () => ({ default: (await small()).TagsDialog }));

function shown(dialog: DealDialog): ReactNode {
  switch (dialog.kind) {
    case 'new':
      return <NewDealDialog {...dialog} />;
    case 'won':
      return <WonDialog ids={dialog.ids} place={dialog.place} />;
    case 'lost':
      return <LostDialog ids={dialog.ids} place={dialog.place} />;
    case 'return':
      return <LostDialog ids={dialog.ids} returning />;
    case 'reopen':
      return <MoveDialog ids={dialog.ids} reopening />;
    case 'move':
      return <MoveDialog ids={dialog.ids} />;
    case 'assign':
      return <AssignDialog ids={dialog.ids} />;
    case 'next-step':
      return <NextStepDialog ids={dialog.ids} />;
    case 'tags':
      return <TagsDialog ids={dialog.ids} />;
    case 'refused':
      return <RefusedDialog {...dialog} />;
  }
}

/** Lives as long as somebody is signed in: commands on deals, their dialogs, and what others change. */
export default function PipelineHost() {
  const client = useQueryClient();
  const dialog = useDialog();
  useCommands(useDealCommands());
  useEffect(() => followDeals(client), [client]);
  return <Suspense fallback={null}>{dialog && shown(dialog)}</Suspense>;
}
