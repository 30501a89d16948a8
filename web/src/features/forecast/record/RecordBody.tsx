import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import type { Horizon, TrackRecord } from './api';
import { Calibration, Chances } from './Chances';
import { Commits } from './Commits';
import { pastOf, scoresOf, type Tally, tally, tallyOfScore } from './judge';
import { Methods } from './Methods';
import { Pit } from './Pit';
import classes from './Record.module.css';
import { Summary } from './Summary';
import { ToldChart } from './ToldChart';
import { Width } from './Width';

/** The record of one horizon, from the plain sentence down to the chances of single deals. */
export function RecordBody({ record, horizon }: { record: TrackRecord; horizon: Horizon }) {
  const { t } = useTranslation('record');
  const format = useFormat();
  const past = pastOf(record, horizon);
  const scores = scoresOf(record, horizon);
  const own = scores.find((each) => each.method === 'nurt');
  const counts = record.pit.find((each) => each.horizon === horizon)?.counts ?? [];
  const found: Tally | null = past ? tally(past) : own ? tallyOfScore(own, counts) : null;
  const chances = record.chances.filter((each) => each.horizon === horizon);
  const bins = record.calibration.find((each) => each.horizon === horizon)?.bins ?? [];
  const counted = (key: string, count: number) => t(key, { count, n: format.number(count) });
  const amounts = {
    population: 'amounts' as const,
    asOf: record.asOf,
    n: own && counted('about.origins', own.origins),
  };
  const deals = chances.find((each) => each.method === 'nurt')?.deals;
  const ofChances = {
    population: 'chances' as const,
    asOf: record.asOf,
    n: deals === undefined ? undefined : counted('calibration.deals', deals),
  };
  return (
    <>
      {found && found.over > 0 ? (
        <Summary horizon={horizon} tally={found} scores={scores} />
      ) : (
        <Alert color="gray" p="sm">
          {t('tooYoung')}
        </Alert>
      )}
      {past === null && (
        <Alert color="gray" p="sm">
          {t('noAmounts')}
        </Alert>
      )}
      {past && past.length > 0 && <ToldChart past={past} currency={record.currency} about={amounts} />}
      <Methods scores={scores} about={amounts} />
      <Chances scores={chances} about={ofChances} />
      <div className={classes.pair}>
        <Calibration bins={bins} about={ofChances} />
        <Pit counts={counts} about={amounts} />
      </div>
      <Commits commits={record.commits} about={{ population: 'commits', asOf: record.asOf }} />
      <Width record={record} />
    </>
  );
}
