import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import type { About, Cycle, Drill, LeftOut, Summary } from './api';
import { DealsLink } from './DealsLink';
import { DefinitionButton } from './DefinitionButton';
import classes from './Insights.module.css';
import { useLeftOut } from './leftOut';

interface TileProps {
  title: string;
  about: About;
  figure: { n: number; definition: string; drill: Drill; left?: LeftOut | null };
  /** Null: not enough data. */
  value: string | null;
  /** What completes the value: the median beside the average. */
  detail?: ReactNode;
  tone?: 'won' | 'lost' | undefined;
}

function Tile({ title, about, figure, value, detail, tone }: TileProps) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const left = useLeftOut()(figure.left);
  return (
    <div className={classes.tile} data-tone={tone}>
      <div className={classes.tileHead}>
        <h2 className={classes.tileTitle}>{title}</h2>
        <DefinitionButton
          of={figure.definition}
          title={title}
          about={about}
          n={figure.n}
          left={figure.left}
        />
      </div>
      <DealsLink
        drill={figure.drill}
        className={classes.tileValue}
        label={t('showDeals', { figure: title, value: value ?? t('notEnough') })}
      >
        <span data-none={value === null || undefined}>{value ?? t('notEnough')}</span>
      </DealsLink>
      <div className={classes.tileDetail}>{detail}</div>
      <div className={classes.tileN}>{[t('n', { n: format.number(figure.n) }), ...left].join(' · ')}</div>
    </div>
  );
}

export function TilesSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={classes.tiles} role="status" aria-busy="true" aria-label={t('ui:loading')}>
      {Array.from({ length: 8 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing but their number tells them apart.
        <Skeleton key={index} height={128} radius="lg" />
      ))}
    </div>
  );
}

/** The headline figures. */
export function Tiles({ summary }: { summary: Summary }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const { currency } = summary;
  const money = (value: string | null, whole = true) =>
    value === null ? null : format.money(value, currency, whole);
  const days = (value: number | null) => (value === null ? null : format.days(value, 1));
  const spread = (cycle: Cycle) =>
    cycle.enough && t('cycleDetail', { mean: days(cycle.mean), p80: days(cycle.p80) });
  const deals = (key: 'wonDeals' | 'openDeals' | 'lostDeals', count: number) =>
    t(key, { count, n: format.number(count) });
  const { winRateClosed, winRateCohort, velocity } = summary;
  const about = summary;
  return (
    <div className={classes.tiles}>
      <Tile
        title={t('tile.winRateClosed')}
        about={about}
        figure={winRateClosed}
        value={winRateClosed.value === null ? null : format.percent(winRateClosed.value, 2)}
        detail={t('wonOfClosed', {
          won: format.number(summary.wonCount.value ?? 0),
          closed: format.number(winRateClosed.n),
        })}
      />
      <Tile
        title={t('tile.wonValue')}
        about={about}
        figure={summary.wonValue}
        value={money(summary.wonValue.value)}
        tone="won"
        detail={
          <DealsLink drill={summary.wonCount.drill}>
            {deals('wonDeals', summary.wonCount.value ?? 0)}
          </DealsLink>
        }
      />
      <Tile
        title={t('tile.averageDeal')}
        about={about}
        figure={summary.averageDeal}
        value={money(summary.averageDeal.value, false)}
        detail={
          summary.medianDeal.value !== null &&
          t('medianIs', { value: format.money(summary.medianDeal.value, currency) })
        }
      />
      <Tile
        title={t('tile.cycleWon')}
        about={about}
        figure={summary.cycleWon}
        value={days(summary.cycleWon.median)}
        detail={spread(summary.cycleWon)}
      />
      <Tile
        title={t('tile.velocity')}
        about={about}
        figure={velocity}
        value={velocity.value === null ? null : t('perDay', { value: money(velocity.value) })}
        detail={
          velocity.value !== null &&
          t('velocityDetail', {
            open: format.number(velocity.openDeals),
            rate: format.percent(velocity.winRate ?? 0, 1),
            average: money(velocity.average),
            cycle: days(velocity.cycle),
          })
        }
      />
      <Tile
        title={t('tile.openValue')}
        about={about}
        figure={summary.openValue}
        value={money(summary.openValue.value)}
        detail={
          <DealsLink drill={summary.openCount.drill}>
            {deals('openDeals', summary.openCount.value ?? 0)}
          </DealsLink>
        }
      />
      <Tile
        title={t('tile.winRateCohort')}
        about={about}
        figure={winRateCohort}
        value={winRateCohort.value === null ? null : format.percent(winRateCohort.value, 2)}
        detail={
          winRateCohort.resolvedShare !== null &&
          t('resolved', { share: format.percent(winRateCohort.resolvedShare, 1) })
        }
      />
      <Tile
        title={t('tile.cycleLost')}
        about={about}
        figure={summary.cycleLost}
        value={days(summary.cycleLost.median)}
        tone="lost"
        detail={
          <>
            <DealsLink drill={summary.lostCount.drill}>
              {deals('lostDeals', summary.lostCount.value ?? 0)}
            </DealsLink>
            {summary.cycleLost.enough && `, ${spread(summary.cycleLost)}`}
          </>
        }
      />
    </div>
  );
}
