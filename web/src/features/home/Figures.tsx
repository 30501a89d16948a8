import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/app/session';
import { ErrorState, Money, useFormat } from '@/ui';
import { type Scope, summaryQuery } from './api';
import { dayIn, lastMonth, lastMonthToDate, monthToDate } from './days';
import classes from './Home.module.css';

/** A figure's own way to its deals, as the list's address writes it. */
function searchOf(drill: Record<string, string[]>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(drill).map(([key, values]) => [key, values.length === 1 ? values[0] : values]),
  );
}

interface TileProps {
  label: string;
  drill: Record<string, string[]>;
  children: ReactNode;
  notes: ReactNode[];
}

function Tile({ label, drill, children, notes }: TileProps) {
  return (
    <Link to="/deals" search={searchOf(drill) as never} className={classes.tile}>
      <span className={classes.tileLabel}>{label}</span>
      <span className={`${classes.tileFigure} n-figure`}>{children}</span>
      {notes.map((note, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the notes of a tile never change places
        <span key={index} className={`${classes.tileNote} n-figure`}>
          {note}
        </span>
      ))}
    </Link>
  );
}

/** This month so far beside the month before: up to the same day, which is fair, and whole. */
export function Figures({ scope }: { scope: Scope }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { user, workspace } = useMe();
  const today = dayIn(workspace.zone);
  const month = useQuery(summaryQuery(scope, user.id, monthToDate(today)));
  const same = useQuery(summaryQuery(scope, user.id, lastMonthToDate(today)));
  const whole = useQuery(summaryQuery(scope, user.id, lastMonth(today)));
  const failed = [month, same, whole].find((each) => each.error && !each.data);
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!month.data || !same.data || !whole.data) {
    return (
      <div className={classes.tiles}>
        {['won', 'count', 'open'].map((each) => (
          <Skeleton key={each} height={112} radius="lg" />
        ))}
      </div>
    );
  }
  const now = month.data;
  const before = same.data;
  const all = whole.data;
  const { noAmount = 0, noRate = 0 } = now.openValue.left ?? {};
  const unvalued = noAmount + noRate;
  const name = format.month(all.asOf ? lastMonth(today).from : today);
  const money = (value: string | null) => <Money amount={value ?? '0'} currency={now.currency} whole />;
  const count = (value: number | null) => format.number(value ?? 0);
  return (
    <section className={classes.tiles} aria-label={t('figures.title')}>
      <Tile
        label={t('figures.wonValue')}
        drill={now.wonValue.drill}
        notes={[
          <>
            {t('figures.sameDay')} {money(before.wonValue.value)}
          </>,
          <>
            {t('figures.whole', { month: name })} {money(all.wonValue.value)}
          </>,
        ]}
      >
        {money(now.wonValue.value)}
      </Tile>
      <Tile
        label={t('figures.wonCount')}
        drill={now.wonCount.drill}
        notes={[
          `${t('figures.sameDay')} ${count(before.wonCount.value)}`,
          `${t('figures.whole', { month: name })} ${count(all.wonCount.value)}`,
        ]}
      >
        {count(now.wonCount.value)}
      </Tile>
      <Tile
        label={t('figures.open')}
        drill={now.openCount.drill}
        notes={[
          t('figures.openCount', { count: now.openCount.value ?? 0, n: count(now.openCount.value) }),
          ...(unvalued > 0 ? [t('figures.unvalued', { count: unvalued, n: count(unvalued) })] : []),
        ]}
      >
        {money(now.openValue.value)}
      </Tile>
    </section>
  );
}
