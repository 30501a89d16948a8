import type { Lifted } from './boardMove';

/** The board as the keyboard sees it: ids of the loaded cards, column by column. */
export interface Grid {
  stageIds: readonly string[];
  cards: (stageId: string) => readonly string[];
}

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

export function isArrow(key: string): key is Arrow {
  return ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key);
}

interface Spot {
  stage: number;
  row: number;
}

function find(grid: Grid, id: string | null): Spot | null {
  if (id === null) return null;
  for (const [stage, stageId] of grid.stageIds.entries()) {
    const row = grid.cards(stageId).indexOf(id);
    if (row >= 0) return { stage, row };
  }
  return null;
}

/** The first card there is, reading columns from the left. */
export function firstCard(grid: Grid): string | null {
  for (const stageId of grid.stageIds) {
    const first = grid.cards(stageId)[0];
    if (first !== undefined) return first;
  }
  return null;
}

/** The card an arrow leads to; columns without cards are stepped over. */
export function nextFocus(grid: Grid, id: string | null, key: Arrow): string | null {
  const spot = find(grid, id);
  if (!spot) return firstCard(grid);
  const column = (stage: number) => grid.cards(grid.stageIds[stage] ?? '');
  const own = column(spot.stage);
  switch (key) {
    case 'ArrowUp':
      return own[Math.max(0, spot.row - 1)] ?? id;
    case 'ArrowDown':
      return own[Math.min(own.length - 1, spot.row + 1)] ?? id;
    case 'Home':
      return own[0] ?? id;
    case 'End':
      return own[own.length - 1] ?? id;
    default: {
      const step = key === 'ArrowLeft' ? -1 : 1;
      for (let stage = spot.stage + step; stage >= 0 && stage < grid.stageIds.length; stage += step) {
        const there = column(stage);
        if (there.length > 0) return there[Math.min(spot.row, there.length - 1)] ?? id;
      }
      return id;
    }
  }
}

/** Where a lifted card stands after an arrow. Empty columns take it too. */
export function carry(grid: Grid, lifted: Lifted, key: Arrow): Lifted {
  const others = (stageId: string) => grid.cards(stageId).filter((id) => id !== lifted.card.id).length;
  const stage = grid.stageIds.indexOf(lifted.stageId);
  const last = others(lifted.stageId);
  switch (key) {
    case 'ArrowUp':
      return { ...lifted, index: Math.max(0, lifted.index - 1) };
    case 'ArrowDown':
      return { ...lifted, index: Math.min(last, lifted.index + 1) };
    case 'Home':
      return { ...lifted, index: 0 };
    case 'End':
      return { ...lifted, index: last };
    default: {
      const to = grid.stageIds[stage + (key === 'ArrowLeft' ? -1 : 1)];
      return to === undefined
        ? lifted
        : { ...lifted, stageId: to, index: Math.min(lifted.index, others(to)) };
    }
  }
}

/** All cards from one to another of the same column; only the second where they stand in different ones. */
export function rangeOf(grid: Grid, from: string | null, to: string): string[] {
  const a = find(grid, from);
  const b = find(grid, to);
  if (!a || !b || a.stage !== b.stage) return [to];
  const column = grid.cards(grid.stageIds[a.stage] ?? '');
  return column.slice(Math.min(a.row, b.row), Math.max(a.row, b.row) + 1);
}
