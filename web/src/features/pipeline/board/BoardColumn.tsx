import { useMediaQuery } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyError } from '@/ui';
import { shownCards } from '../model/boardMove';
import type { Card, Stage, StageTotals } from '../types';
import classes from './Board.module.css';
import { columnQuery, loadMore } from './boardData';
import { useBoard, useBoardState } from './boardScope';
import { ColumnHeader } from './ColumnHeader';
import { CARD_GAP, cardHeight } from './cardLook';
import { DealCard } from './DealCard';
import { makeColumn } from './dnd';

interface BoardColumnProps {
  stage: Stage;
  totals: StageTotals;
  /** The stage's part of the value of the whole board, 0 to 1. */
  share: number;
}

const NO_CARDS: readonly Card[] = [];
const PAD = 8;

function useMore(stageId: string, last: number | undefined, loaded: number, more: boolean) {
  const client = useQueryClient();
  const { pipeline, filters } = useBoard();
  const busy = useRef(false);
  useEffect(() => {
    if (!more || busy.current || last === undefined || last < loaded - 8) return;
    busy.current = true;
    loadMore(client, pipeline.id, filters, stageId)
      .catch(notifyError)
      .finally(() => {
        busy.current = false;
      });
  }, [client, pipeline.id, filters, stageId, last, loaded, more]);
}

export const BoardColumn = memo(function BoardColumn({ stage, totals, share }: BoardColumnProps) {
  const { t } = useTranslation('pipeline');
  const client = useQueryClient();
  // Neither a key to press nor another column to drag from.
  const phone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false });
  const { pipeline, filters, look, columns, canWrite } = useBoard();
  const { data } = useQuery(columnQuery(client, pipeline.id, filters, stage.id));
  // Only columns that the carried card leaves or enters are drawn anew.
  const lifted = useBoardState((state) =>
    state.lifted && (state.lifted.stageId === stage.id || state.lifted.card.stageId === stage.id)
      ? state.lifted
      : null,
  );
  const over = useBoardState((state) => state.over?.stageId === stage.id);
  const atEnd = useBoardState((state) => state.over?.stageId === stage.id && state.over.cardId === null);
  const cards = useMemo(
    () => shownCards(data?.cards ?? NO_CARDS, stage.id, lifted),
    [data?.cards, stage.id, lifted],
  );
  const section = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => cards[index]?.id ?? index,
    estimateSize: (index) => {
      const card = cards[index];
      return card ? cardHeight(card, look) : 0;
    },
    gap: CARD_GAP,
    paddingStart: 4,
    paddingEnd: PAD,
    overscan: 4,
  });
  // Heights are known, not measured: a change of cards or of their look lays the column out anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => virtual.measure(), [cards, look]);

  useEffect(() => {
    if (!section.current || !scroller.current) return;
    return makeColumn(section.current, scroller.current, stage.id);
  }, [stage.id]);
  useEffect(() => {
    columns.set(stage.id, { reveal: (index) => virtual.scrollToIndex(index, { align: 'auto' }) });
    return () => void columns.delete(stage.id);
  }, [columns, stage.id, virtual]);

  const items = virtual.getVirtualItems();
  useMore(stage.id, items.at(-1)?.index, data?.cards.length ?? 0, data?.next != null);
  const label = t('board.column', { stage: stage.name, count: totals.count });
  return (
    <section
      ref={section}
      className={classes.column}
      aria-label={label}
      data-stage={stage.id}
      data-over={over || undefined}
      data-at-end={atEnd || undefined}
    >
      <ColumnHeader stage={stage} totals={totals} share={share} />
      <div ref={scroller} className={classes.scroller}>
        <ul className={classes.cards} style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const card = cards[item.index];
            if (!card) return null;
            return (
              <DealCard key={card.id} card={card} index={item.index} count={totals.count} top={item.start} />
            );
          })}
        </ul>
        {cards.length === 0 && (
          <p className={classes.nothing}>
            {t(canWrite && !phone ? 'board.columnEmpty' : 'board.columnEmptyRead')}
          </p>
        )}
      </div>
    </section>
  );
});
