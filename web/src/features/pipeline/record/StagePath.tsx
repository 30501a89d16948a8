import { IconTrophy, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Hint, useFormat } from '@/ui';
import { useActions } from '../actions';
import { pathQuery, pipelinesQuery } from '../api';
import { ask } from '../dialogs/dialogs';
import type { Deal, Stage, StageStay } from '../types';
import classes from './StagePath.module.css';

/** Days spent in each stage, over all passes. */
export function daysByStage(path: readonly StageStay[]): Map<string, number> {
  const days = new Map<string, number>();
  for (const stay of path) days.set(stay.stageId, (days.get(stay.stageId) ?? 0) + stay.days);
  return days;
}

interface StepProps {
  stage: Stage;
  days: number | undefined;
  state: 'passed' | 'here' | 'ahead';
  deal: Deal;
  readOnly: boolean;
}

function Step({ stage, days, state, deal, readOnly }: StepProps) {
  const { t } = useTranslation('pipeline');
  const format = useFormat();
  const { move, reopen } = useActions();
  const spent = days === undefined ? null : format.days(days, days < 1 ? 1 : 0);
  const go = () => {
    if (stage.id === deal.stageId) return;
    if (stage.kind !== 'open')
      ask({ kind: stage.kind, ids: [deal.id], place: { stageId: stage.id, afterDealId: null } });
    else if (deal.status === 'open') void move([deal.id], { stageId: stage.id, afterDealId: null });
    else void reopen(deal.id, stage.id);
  };
  const text = spent ? t('path.spent', { stage: stage.name, spent }) : stage.name;
  return (
    <li className={classes.step} data-state={state} data-kind={stage.kind}>
      <Hint label={readOnly || state === 'here' ? text : t('path.moveTo', { stage: text })}>
        <button
          type="button"
          className={classes.button}
          aria-current={state === 'here' ? 'step' : undefined}
          disabled={readOnly}
          onClick={go}
        >
          <span className={classes.name}>
            {stage.kind === 'won' && <IconTrophy size={13} aria-hidden />}
            {stage.kind === 'lost' && <IconX size={13} aria-hidden />}
            {stage.name}
          </span>
          {spent && <span className={classes.days}>{spent}</span>}
        </button>
      </Hint>
    </li>
  );
}

/** The way of the deal through its pipeline; a click moves it. */
export function StagePath({ deal, readOnly }: { deal: Deal; readOnly: boolean }) {
  const { t } = useTranslation('pipeline');
  const { data: pipelines = [] } = useQuery(pipelinesQuery);
  const { data: path = [] } = useQuery(pathQuery(deal.id));
  const stages = pipelines.find((each) => each.id === deal.pipelineId)?.stages ?? [];
  const days = daysByStage(path);
  const passes = path.at(-1)?.passNo ?? 1;
  const here = stages.findIndex((stage) => stage.id === deal.stageId);
  // Of the ends only the one reached is shown, or both while the deal is open.
  const shown = stages.filter(
    (stage) => stage.kind === 'open' || deal.status === 'open' || stage.id === deal.stageId,
  );
  return (
    <div className={classes.path}>
      <ol className={classes.steps} aria-label={t('path.label')}>
        {shown.map((stage) => {
          const at = stages.indexOf(stage);
          const passed =
            stage.kind === 'open' && (at < here || (deal.status !== 'open' && days.has(stage.id)));
          return (
            <Step
              key={stage.id}
              stage={stage}
              days={days.get(stage.id)}
              state={stage.id === deal.stageId ? 'here' : passed ? 'passed' : 'ahead'}
              deal={deal}
              readOnly={readOnly}
            />
          );
        })}
      </ol>
      {passes > 1 && <span className={classes.pass}>{t('path.pass', { count: passes })}</span>}
    </div>
  );
}
