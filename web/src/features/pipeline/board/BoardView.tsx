import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelection } from '@/commands';
import { BoardSkeleton, ErrorState } from '@/ui';
import { useActions } from '../actions';
import { keys } from '../api';
import type { Place } from '../model/boardMove';
import { add, ratio } from '../model/decimal';
import type { Filters } from '../model/filters';
import { useStore } from '../model/store';
import { provideWalk } from '../model/walk';
import type { BoardTotals, Column, Pipeline } from '../types';
import classes from './Board.module.css';
import { BoardColumn } from './BoardColumn';
import { boardQuery } from './boardData';
import { BoardProvider, type BoardScope, chosen, createBoardStore } from './boardScope';
import { CardMenu } from './CardMenu';
import type { CardLook } from './cardLook';
import { DropZones } from './DropZones';
import { isDragged } from './dnd';
import { StageSwitcher } from './StageSwitcher';
import { useBoardCommands } from './useBoardCommands';
import { useBoardDrag } from './useBoardDrag';
import { useBoardKeys } from './useBoardKeys';
import { useRubberBand } from './useRubberBand';
import { useTouchDrag } from './useTouchDrag';

/** Tells commands what is picked, without drawing the board anew. An open panel speaks for its own deal. */
function PickedDeals({ scope, panel }: { scope: BoardScope; panel: boolean }) {
  const key = useStore(scope.store, (state) => (panel ? '' : chosen(state).join(' ')));
  useSelection('deal', key === '' ? [] : key.split(' '));
  return null;
}

// Only those who pick cards fetch it.
const BulkBar = lazy(async () => ({ default: (await import('../list/BulkBar')).BulkBar }));

/** What can be done to the picked cards together, as in the list. */
function PickedBar({ scope }: { scope: BoardScope }) {
  const picked = useStore(scope.store, (state) => state.picked);
  if (picked.size === 0) return null;
  return (
    <Suspense fallback={null}>
      <BulkBar
        ids={[...picked]}
        state="active"
        onClear={() => scope.store.set({ picked: new Set(), anchor: null })}
      />
    </Suspense>
  );
}

interface Parts {
  pipeline: Pipeline;
  filters: Filters;
  look: CardLook;
  canWrite: boolean;
  open: (id: string) => void;
}

function useScope(
  { pipeline, filters, look, canWrite, open }: Parts,
  totals: BoardTotals | undefined,
): BoardScope {
  const [store] = useState(createBoardStore);
  const [columns] = useState(() => new Map());
  const currency = totals?.currency ?? '';
  // Totals change all the time, the stages shown only with the pipeline.
  const shownKey = totals?.stages.map((each) => each.stageId).join(' ');
  return useMemo(() => {
    const shown = new Set(shownKey?.split(' '));
    const stages = pipeline.stages.filter((stage) => stage.kind === 'open' && shown.has(stage.id));
    return { pipeline, stages, filters, currency, canWrite, look, store, open, columns };
  }, [pipeline, filters, currency, canWrite, look, store, open, columns, shownKey]);
}

interface ColumnsProps {
  phone: boolean;
  /** A deal is open over the board. */
  panel: boolean;
}

function Columns({ scope, totals, phone, panel }: { scope: BoardScope; totals: BoardTotals } & ColumnsProps) {
  const { t } = useTranslation('pipeline');
  const client = useQueryClient();
  const { move } = useActions();
  const frame = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(scope.stages[0]?.id ?? '');
  const { pipeline, filters } = scope;
  const idsOf = useCallback(
    (stageId: string) =>
      client.getQueryData<Column>(keys.column(pipeline.id, filters, stageId))?.cards.map((card) => card.id) ??
      [],
    [client, pipeline.id, filters],
  );
  const onMove = useCallback((ids: readonly string[], place: Place) => void move(ids, place), [move]);
  useBoardDrag({ scope, idsOf, onMove });
  useTouchDrag(frame, { scope, idsOf, onMove });
  const { onKeyDown, onClick } = useBoardKeys(scope, onMove);
  useBoardCommands(scope);
  useRubberBand(frame, scope, classes.band ?? '');
  useEffect(() => {
    // A card that has left the board must not stay the way into it.
    const { focused } = scope.store.get();
    const there = focused !== null && totals.stages.some((each) => idsOf(each.stageId).includes(focused));
    if (!there) scope.store.set({ focused: null });
  }, [scope.store, totals, idsOf]);
  useEffect(() => provideWalk(() => scope.stages.flatMap((stage) => idsOf(stage.id))), [scope, idsOf]);
  useEffect(() => {
    if (!frame.current) return;
    return autoScrollForElements({
      element: frame.current,
      canScroll: ({ source }) => isDragged(source.data),
    });
  }, []);

  const all = totals.stages.reduce((sum, each) => add(sum, each.total), '0');
  const totalsOf = new Map(totals.stages.map((each) => [each.stageId, each]));
  const stages = phone ? scope.stages.filter((stage) => stage.id === shown) : scope.stages;
  return (
    <div className={classes.frame}>
      {phone && <StageSwitcher stages={scope.stages} totals={totals} shown={shown} onShow={setShown} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and clicks come from the cards within */}
      <div ref={frame} className={classes.board} onKeyDown={onKeyDown} onClick={onClick}>
        {stages.map((stage) => {
          const sums = totalsOf.get(stage.id);
          return (
            sums && <BoardColumn key={stage.id} stage={stage} totals={sums} share={ratio(sums.total, all)} />
          );
        })}
      </div>
      <p id="board-keys" className="n-visually-hidden">
        {t('board.keys')}
      </p>
      <DropZones />
      <CardMenu />
      <PickedDeals scope={scope} panel={panel} />
      <PickedBar scope={scope} />
    </div>
  );
}

export function BoardView(props: Parts & ColumnsProps) {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(boardQuery(client, props.pipeline.id, props.filters));
  const scope = useScope(props, data);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <BoardSkeleton columns={props.phone ? 1 : 5} />;
  return (
    <BoardProvider value={scope}>
      <Columns scope={scope} totals={data} phone={props.phone} panel={props.panel} />
    </BoardProvider>
  );
}
