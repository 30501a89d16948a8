import { UnstyledButton } from '@mantine/core';
import { IconTrophy, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Kbds, Modal } from '@/ui';
import { useActions } from '../actions';
import { pipelinesQuery } from '../api';
import type { Stage } from '../types';
import classes from './Dialogs.module.css';
import { ask } from './dialogs';
import { useDeals } from './useDeals';

interface MoveDialogProps {
  ids: readonly string[];
  /** Reopening offers open stages only and begins a new pass. */
  reopening?: boolean;
}

/** All stages to choose from; a digit picks one. */
export default function MoveDialog({ ids, reopening = false }: MoveDialogProps) {
  const { t } = useTranslation('pipeline');
  const { move, reopen } = useActions();
  const deals = useDeals(ids);
  const { data: pipelines = [] } = useQuery(pipelinesQuery);
  const here = deals.length === 1 ? deals[0]?.stageId : undefined;
  const shown = pipelines
    .filter((pipeline) => !pipeline.archivedAt)
    .map((pipeline) => ({
      ...pipeline,
      stages: pipeline.stages.filter((stage) => !reopening || stage.kind === 'open'),
    }));
  const all = shown.flatMap((pipeline) => pipeline.stages);

  const pick = (stage: Stage) => {
    ask(null);
    if (reopening) {
      for (const id of ids) void reopen(id, stage.id);
    } else if (stage.kind === 'open') {
      void move(ids, { stageId: stage.id, afterDealId: null });
    } else {
      ask({ kind: stage.kind, ids, place: { stageId: stage.id, afterDealId: null } });
    }
  };
  const title = reopening ? 'reopen.title' : 'move.title';
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('close') }}
      opened
      onClose={() => ask(null)}
      title={
        deals.length === 1 ? t(`${title}One`, { title: deals[0]?.title }) : t(title, { count: ids.length })
      }
      size={420}
    >
      <div
        role="menu"
        tabIndex={-1}
        aria-label={t('move.stages')}
        onKeyDown={(event) => {
          const stage = all[Number(event.key) - 1];
          const buttons = [...event.currentTarget.querySelectorAll('button')];
          const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
          if (stage) pick(stage);
          else if (event.key === 'ArrowDown') buttons[Math.min(buttons.length - 1, at + 1)]?.focus();
          else if (event.key === 'ArrowUp') buttons[Math.max(0, at - 1)]?.focus();
          else return;
          event.preventDefault();
        }}
      >
        {shown.map((pipeline) => (
          <div key={pipeline.id} role="none">
            {shown.length > 1 && <p className={classes.group}>{pipeline.name}</p>}
            {pipeline.stages.map((stage) => {
              const index = all.indexOf(stage);
              return (
                <UnstyledButton
                  key={stage.id}
                  role="menuitem"
                  className={classes.stage}
                  data-kind={stage.kind}
                  disabled={stage.id === here}
                  {...(index === all.findIndex((each) => each.id !== here) && { 'data-autofocus': true })}
                  onClick={() => pick(stage)}
                >
                  {stage.kind === 'won' && <IconTrophy size={16} aria-hidden />}
                  {stage.kind === 'lost' && <IconX size={16} aria-hidden />}
                  <span className={classes.name}>{stage.name}</span>
                  {stage.id === here ? (
                    <span className={classes.here}>{t('move.here')}</span>
                  ) : (
                    index < 9 && <Kbds shortcut={String(index + 1)} />
                  )}
                </UnstyledButton>
              );
            })}
          </div>
        ))}
      </div>
    </Modal>
  );
}
