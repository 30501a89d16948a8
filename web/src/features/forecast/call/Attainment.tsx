import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import type { CallRow } from './api';
import classes from './Call.module.css';

const clipped = (share: number) => `${Math.min(100, Math.max(0, share * 100))}%`;

/** The quota, how much of it is won and, lighter, how much deals in commit would add; where one should stand by now. */
export function Attainment({ row }: { row: CallRow }) {
  const { t } = useTranslation('call');
  const format = useFormat();
  if (row.quota === null || row.attainment === null) {
    return <span className={classes.soft}>{row.quota ? format.number(row.quota.amount) : '–'}</span>;
  }
  const lines = [
    t('attain.won', { share: format.percent(row.attainment, 1) }),
    t('attain.commit', { share: format.percent(row.commitAttainment ?? 0, 1) }),
    ...(row.saidAttainment === null
      ? []
      : [t('attain.said', { share: format.percent(row.saidAttainment, 1) })]),
    row.usual === null
      ? t('attain.noPace', { count: row.pastPeriods })
      : t('attain.usual', { share: format.percent(row.usual, 1), count: row.pastPeriods }),
  ];
  return (
    <Tooltip multiline maw={340} label={lines.map((line) => <div key={line}>{line}</div>)}>
      <span className={classes.attain}>
        <span>
          {format.number(row.quota.amount)} · <b>{format.percent(row.attainment)}</b>
          {row.pace !== null && (
            <span className={classes.pace} data-ahead={row.pace >= 1 || undefined}>
              {t('attain.pace', { pace: format.number(row.pace, 2) })}
            </span>
          )}
        </span>
        <span className={classes.bar} aria-hidden>
          <span data-part="commit" style={{ inlineSize: clipped(row.commitAttainment ?? 0) }} />
          <span data-part="won" style={{ inlineSize: clipped(row.attainment) }} />
          {row.usual !== null && <i style={{ insetInlineStart: clipped(row.usual) }} />}
        </span>
        <span className={classes.hidden}>{lines.join('. ')}</span>
      </span>
    </Tooltip>
  );
}
