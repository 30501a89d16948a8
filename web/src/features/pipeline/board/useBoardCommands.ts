import { useQueryClient } from '@tanstack/react-query';
import { type Command, useCommands } from '@/commands';
import { type Arrow, firstCard } from '../model/boardKeys';
import type { BoardScope } from './boardScope';
import { focusCard, gridOf } from './useBoardKeys';

const ARROWS: readonly Arrow[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

/** Nothing has the focus that could want the key itself. */
function focusIsFree(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at.id === 'main';
}

/** The way onto the board for those who use no mouse: an arrow leads to the card last in focus, or to the first. */
export function useBoardCommands(scope: BoardScope): void {
  const client = useQueryClient();
  const enter = () => {
    const grid = gridOf(client, scope);
    const { focused } = scope.store.get();
    const known = focused !== null && grid.stageIds.some((each) => grid.cards(each).includes(focused));
    const id = known ? focused : firstCard(grid);
    const stageId = grid.stageIds.find((each) => id !== null && grid.cards(each).includes(id));
    if (id !== null && stageId) focusCard(scope, stageId, grid.cards(stageId).indexOf(id), id);
  };
  const command: Command = {
    id: 'pipeline.board-cards',
    label: 'pipeline:commands.board-cards',
    group: 'view',
    shortcut: ARROWS.map((each) => each.toLowerCase()),
    inPalette: false,
    when: focusIsFree,
    run: enter,
  };
  useCommands([command]);
}
