import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/utils/combine';
import { attachClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge';
import { ActionIcon, Badge } from '@mantine/core';
import { IconArchive, IconGripVertical, IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce, Hint, notifyError, useFormat } from '@/ui';
import type { Pipeline, Stage } from '../types';
import { ArchiveStageDialog } from './ArchiveStageDialog';
import classes from './Settings.module.css';
import { shifted, useSetup } from './setup';

const COLORS = { open: 'river', won: 'green', lost: 'red' } as const;

interface StageRowProps {
  stage: Stage;
  onEdit: () => void;
  onArchive: () => void;
  /** By so many places. */
  onShift: (by: number) => void;
  onDrop: (draggedId: string, edge: 'top' | 'bottom') => void;
}

function StageRow({ stage, onEdit, onArchive, onShift, onDrop }: StageRowProps) {
  const { t } = useTranslation('pipeline');
  const format = useFormat();
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  const [edge, setEdge] = useState<'top' | 'bottom' | null>(null);
  useEffect(() => {
    const element = row.current;
    if (!element || !handle.current) return;
    const edgeOf = (data: Record<string | symbol, unknown>) =>
      extractClosestEdge(data) === 'top' ? 'top' : 'bottom';
    return combine(
      draggable({
        element,
        dragHandle: handle.current,
        getInitialData: () => ({ type: 'stage', id: stage.id }),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.type === 'stage' && source.data.id !== stage.id,
        getData: ({ input }) => attachClosestEdge({}, { element, input, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self }) => setEdge(edgeOf(self.data)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ source, self }) => {
          setEdge(null);
          drop.current(String(source.data.id), edgeOf(self.data));
        },
      }),
    );
  }, [stage.id]);
  return (
    <li ref={row} className={classes.stage} data-edge={edge ?? undefined}>
      <Hint label={t('settings.order')}>
        <button
          ref={handle}
          type="button"
          className={classes.handle}
          aria-label={t('settings.orderOf', { stage: stage.name })}
          onKeyDown={(event) => {
            const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
            if (by === undefined) return;
            event.preventDefault();
            onShift(by);
          }}
        >
          <IconGripVertical size={16} aria-hidden />
        </button>
      </Hint>
      <div className={classes.stageName}>
        <strong>{stage.name}</strong>
        {stage.purpose && <span>{stage.purpose}</span>}
      </div>
      <Badge color={COLORS[stage.kind]}>{t(`settings.kind.${stage.kind}`)}</Badge>
      <span className={classes.figure}>{stage.kind === 'open' && format.percent(stage.probability)}</span>
      <span className={classes.figure}>
        {stage.rottingDays === null ? '' : t('board.rottingAfter', { count: stage.rottingDays })}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('settings.editStage', { stage: stage.name })}
        onClick={onEdit}
      >
        <IconPencil size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('settings.archiveStage.label', { stage: stage.name })}
        onClick={onArchive}
      >
        <IconArchive size={16} aria-hidden />
      </ActionIcon>
    </li>
  );
}

/** The stages in order; dragged by their handle, or moved with the arrow keys on it. */
export function StageList({ pipeline, onEdit }: { pipeline: Pipeline; onEdit: (stage: Stage) => void }) {
  const { t } = useTranslation('pipeline');
  const { orderStages } = useSetup();
  const [leaving, setLeaving] = useState<Stage | null>(null);
  const ids = pipeline.stages.map((stage) => stage.id);
  const order = (next: string[], moved: Stage) => {
    if (next.join() === ids.join()) return;
    announce(
      t('settings.ordered', { stage: moved.name, place: next.indexOf(moved.id) + 1, count: next.length }),
    );
    orderStages(pipeline.id, next).catch(notifyError);
  };
  return (
    <>
      <ol className={classes.stages}>
        {pipeline.stages.map((stage) => (
          <StageRow
            key={stage.id}
            stage={stage}
            onEdit={() => onEdit(stage)}
            onArchive={() => setLeaving(stage)}
            onShift={(by) => order(shifted(ids, stage.id, by), stage)}
            onDrop={(draggedId, edge) => {
              const moved = pipeline.stages.find((each) => each.id === draggedId);
              const rest = ids.filter((id) => id !== draggedId);
              const at = rest.indexOf(stage.id) + (edge === 'bottom' ? 1 : 0);
              if (moved) order([...rest.slice(0, at), draggedId, ...rest.slice(at)], moved);
            }}
          />
        ))}
      </ol>
      {leaving && <ArchiveStageDialog pipeline={pipeline} stage={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}
