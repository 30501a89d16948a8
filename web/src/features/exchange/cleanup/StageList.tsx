import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/ui';
import classes from '../Import.module.css';
import { moved } from '../model/cleanup';
import type { StageKind, StageOption } from '../types';
import { useCounted } from '../useCounted';
import own from './CleanUp.module.css';
import { sortable } from './sortable';

const KINDS: StageKind[] = ['open', 'won', 'lost'];

interface StageRowProps {
  stage: StageOption;
  deals: number;
  index: number;
  count: number;
  onMove: (from: number, to: number) => void;
  onKind: (kind: StageKind) => void;
}

function StageRow({ stage, deals, index, count, onMove, onKind }: StageRowProps) {
  const { t } = useTranslation('exchange');
  const counted = useCounted();
  const row = useRef<HTMLLIElement>(null);
  const grip = useRef<HTMLSpanElement>(null);
  const [edge, setEdge] = useState<'top' | 'bottom' | null>(null);
  const move = useRef(onMove);
  useEffect(() => {
    move.current = onMove;
  });
  useEffect(() => {
    if (!row.current || !grip.current) return;
    return sortable({
      row: row.current,
      grip: grip.current,
      index,
      onEdge: setEdge,
      onMove: (from, to) => move.current(from, to),
    });
  }, [index]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined || !event.altKey) return;
    event.preventDefault();
    onMove(index, index + step);
  };
  return (
    <li ref={row} className={own.stage} data-edge={edge ?? undefined} onKeyDown={onKeyDown}>
      <span ref={grip} className={own.grip} aria-hidden>
        <IconGripVertical size={16} />
      </span>
      <span className={own.stageName}>
        <span className={classes.name}>{stage.name}</span>{' '}
        {deals > 0 && (
          <span className={`${classes.dim} n-figure`}>{counted('exchange:count.deals', deals)}</span>
        )}
      </span>
      <SegmentedControl
        size="xs"
        aria-label={t('stage.kind', { stage: stage.name })}
        data={KINDS.map((value) => ({ value, label: t(`stageKind.${value}`) }))}
        value={stage.kind}
        onChange={(value) => onKind(value as StageKind)}
      />
      <span className={own.moves}>
        <ActionIcon
          variant="subtle"
          color="gray"
          data-move={`up-${stage.name}`}
          disabled={index === 0}
          aria-label={t('stage.up', { stage: stage.name })}
          onClick={() => onMove(index, index - 1)}
        >
          <IconArrowUp size={15} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={index === count - 1}
          aria-label={t('stage.down', { stage: stage.name })}
          onClick={() => onMove(index, index + 1)}
        >
          <IconArrowDown size={15} aria-hidden />
        </ActionIcon>
      </span>
    </li>
  );
}

interface StageListProps {
  stages: readonly StageOption[];
  /** Rows in each, by its name. */
  deals: ReadonlyMap<string, number>;
  onChange: (stages: StageOption[]) => void;
}

/** The stages in their order: dragged by the grip, or moved with the arrows or Alt and an arrow key. */
export function StageList({ stages, deals, onChange }: StageListProps) {
  const { t } = useTranslation('exchange');
  const move = (from: number, to: number) => {
    if (to < 0 || to >= stages.length || from === to) return;
    onChange(moved(stages, from, to));
    announce(t('stage.moved', { stage: stages[from]?.name, place: to + 1, all: stages.length }));
  };
  return (
    <ol className={own.list} aria-label={t('stage.title')}>
      {stages.map((stage, index) => (
        <StageRow
          key={stage.name}
          stage={stage}
          deals={deals.get(stage.name) ?? 0}
          index={index}
          count={stages.length}
          onMove={move}
          onKind={(kind) =>
            onChange(stages.map((each) => (each.name === stage.name ? { ...each, kind } : each)))
          }
        />
      ))}
    </ol>
  );
}
