import { HoverCard, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Money, useFormat } from '@/ui';
import type { Stage, StageTotals } from '../types';
import classes from './Board.module.css';
import { useBoard } from './boardScope';

/** What the stage is for and what to do in it. */
function StageHelp({ stage }: { stage: Stage }) {
  const { t } = useTranslation('pipeline');
  const format = useFormat();
  return (
    <HoverCard width={290} position="bottom-start" openDelay={250} shadow="md">
      <HoverCard.Target>
        <button
          type="button"
          className={classes.help}
          aria-label={t('board.stageHelp', { stage: stage.name })}
        >
          <IconInfoCircle size={15} aria-hidden />
        </button>
      </HoverCard.Target>
      <HoverCard.Dropdown className={classes.helpCard}>
        <Text fw={600} size="sm">
          {stage.name}
        </Text>
        {stage.purpose && <Text size="sm">{stage.purpose}</Text>}
        {stage.help && (
          <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-line' }}>
            {stage.help}
          </Text>
        )}
        <Text size="xs" c="dimmed" mt={6}>
          {t('board.probability', { percent: format.percent(stage.probability) })}
          {stage.rottingDays !== null && ` · ${t('board.rottingAfter', { count: stage.rottingDays })}`}
        </Text>
      </HoverCard.Dropdown>
    </HoverCard>
  );
}

interface ColumnHeaderProps {
  stage: Stage;
  totals: StageTotals;
  share: number;
}

export function ColumnHeader({ stage, totals, share }: ColumnHeaderProps) {
  const { t } = useTranslation('pipeline');
  const format = useFormat();
  const { currency } = useBoard();
  const notes = [
    totals.currencyMixed && t('board.converted'),
    totals.unvalued > 0 && t('board.unvalued', { count: totals.unvalued }),
  ].filter(Boolean);
  return (
    <header className={classes.columnHead}>
      <div className={classes.columnName}>
        <h2>{stage.name}</h2>
        <span className={classes.count}>{format.number(totals.count)}</span>
        <StageHelp stage={stage} />
      </div>
      <dl className={classes.sums} title={notes.join(' · ') || undefined}>
        <div>
          <dt>{t('board.total')}</dt>
          <dd>
            <Money amount={totals.total} currency={currency} compact />
            {notes.length > 0 && <span aria-hidden>*</span>}
          </dd>
        </div>
        <div>
          <dt>{t('board.weighted')}</dt>
          <dd>
            <Money amount={totals.weighted} currency={currency} compact />
          </dd>
        </div>
      </dl>
      <div
        className={classes.share}
        role="img"
        aria-label={t('board.share', { percent: format.percent(share) })}
        title={t('board.share', { percent: format.percent(share) })}
      >
        <span style={{ width: `${Math.round(share * 100)}%` }} />
      </div>
    </header>
  );
}
