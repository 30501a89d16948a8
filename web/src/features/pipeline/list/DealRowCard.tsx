import { useTranslation } from 'react-i18next';
import { Money } from '@/ui';
import type { Deal, Pipeline } from '../types';
import classes from './List.module.css';

/** A row of the list on a narrow screen. */
export function DealRowCard({ deal, pipelines }: { deal: Deal; pipelines: readonly Pipeline[] }) {
  const { t } = useTranslation('pipeline');
  const stage = pipelines.flatMap((each) => each.stages).find((each) => each.id === deal.stageId);
  return (
    <div className={classes.card}>
      <span className={classes.title}>
        <span className={classes.cut}>{deal.title}</span>
      </span>
      <span className={classes.cardLine}>
        <span className={classes.cut}>{deal.company?.name ?? t('company.none')}</span>
        <Money amount={deal.amount} currency={deal.currency} whole />
      </span>
      <span className={classes.cardLine}>
        <span className={classes.status} data-status={deal.status}>
          {stage?.name}
        </span>
        <span>{deal.owner?.name}</span>
      </span>
    </div>
  );
}
