import { useDebouncedValue, useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import { AmountInput } from '@/ui/AmountInput';
import { chanceText, quarterText } from '../chance/words';
import { placeOf } from '../record/judge';
import { type Row, targetQuery, targetsQuery, type Whole } from './api';
import { MathsButton } from './Maths';
import classes from './Outlook.module.css';
import { amountRange } from './words';

const SHOWN = 4;
const TYPING_MS = 400;

interface QuarterCardProps {
  outlook: Whole;
  row: Row;
  /** The largest P90 of all, so that the bars can be compared. */
  most: number;
  snapshot: string | undefined;
  /** What is asked of everyone together, taken as the target until somebody enters another. */
  quota: number | undefined;
  onPick: (label: string) => void;
}

/** What there is of a quarter by the last day of which all is known; of a forecast of now, what there is already. */
const reached = (row: Row, snapshot: string | undefined) =>
  Number(snapshot && row.came === null && row.soFar !== null ? row.soFar : row.actual);

interface RangeBarProps {
  row: Row;
  most: number;
  target: number;
  /** Null where what came is no part of the range. */
  already: number | null;
}

function RangeBar({ row, most, target, already }: RangeBarProps) {
  const came = row.came === null ? null : Number(row.came);
  const scale = Math.max(most, target, came ?? 0) || 1;
  const at = (amount: number) => `${(100 * Math.max(0, amount)) / scale}%`;
  return (
    <div className={classes.range} aria-hidden>
      {already !== null && <span className={classes.actual} style={{ inlineSize: at(already) }} />}
      <span
        className={classes.band}
        style={{
          insetInlineStart: at(Number(row.p10)),
          inlineSize: `calc(${at(Number(row.p90))} - ${at(Number(row.p10))})`,
        }}
      />
      <span className={classes.middle} style={{ insetInlineStart: at(Number(row.p50)) }} />
      {came !== null && (
        <span
          className={classes.cameMark}
          data-place={placeOf(came, Number(row.p10), Number(row.p90))}
          style={{ insetInlineStart: at(came) }}
        />
      )}
      {target > 0 && <span className={classes.target} style={{ insetInlineStart: at(target) }} />}
    </div>
  );
}

function QuarterCard({ outlook, row, most, snapshot, quota, onPick }: QuarterCardProps) {
  const { t, i18n } = useTranslation('forecast');
  const format = useFormat();
  const { currency, measure } = outlook;
  // What has come so far is before what goes out, so it is no part of the range.
  const net = measure === 'cash_flow';
  const name = quarterText(row.label, i18n.language);
  // Null until somebody enters a target of their own; empty when they took it away.
  const [own, setOwn] = useLocalStorage<number | '' | null>({
    key: `nurt.forecast.target.${measure}.${row.label}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const target = own ?? quota ?? '';
  const [asked] = useDebouncedValue(target, TYPING_MS);
  const { data } = useQuery({
    ...targetQuery(measure, row.label, String(asked), snapshot),
    enabled: asked !== '' && asked > 0,
  });
  return (
    <section className={classes.quarter} aria-label={name}>
      <header className={classes.quarterHead}>
        <h2>{name}</h2>
        <MathsButton outlook={outlook} of="quarter" title={name} />
      </header>
      <button
        type="button"
        className={classes.p50}
        title={format.money(row.p50, currency)}
        aria-label={t('quarter.showDeals', {
          quarter: name,
          value: format.moneyCompact(row.p50, currency),
        })}
        onClick={() => onPick(row.label)}
      >
        {format.moneyCompact(row.p50, currency)}
      </button>
      <p className={classes.p1090}>
        {t('quarter.range', { range: amountRange(row.p10, row.p90, currency, format) })}
      </p>
      <RangeBar
        row={row}
        most={most}
        target={target === '' ? 0 : target}
        already={net ? null : reached(row, snapshot)}
      />
      <p className={classes.detail}>
        {row.came !== null
          ? `${t('quarter.came', { amount: format.moneyCompact(row.came, currency) })}, ${t(`record:told.${placeOf(Number(row.came), Number(row.p10), Number(row.p90))}`)}`
          : snapshot && row.soFar !== null
            ? t('quarter.soFar', {
                amount: format.moneyCompact(row.soFar, currency),
                day: format.date(outlook.knownUntil),
              })
            : Number(row.actual) > 0 &&
              t(net ? 'quarter.actualIn' : 'quarter.actual', {
                amount: format.moneyCompact(row.actual, currency),
              })}
      </p>
      <div className={classes.targetLine}>
        <AmountInput
          w={150}
          rightSectionWidth={46}
          rightSection={<span className={classes.soft}>{currency}</span>}
          placeholder={t('quarter.target')}
          aria-label={t('quarter.targetOf', { quarter: name })}
          value={target}
          onChange={(value) => setOwn(typeof value === 'number' ? value : '')}
        />
        <output className={classes.reach}>
          {target === '' || target <= 0
            ? t('quarter.targetHelp')
            : asked !== '' &&
              data &&
              t(own === null ? 'quarter.reachQuota' : 'quarter.reach', {
                chance: chanceText(data.chance, format),
              })}
        </output>
      </div>
    </section>
  );
}

/** The quarters ahead: the middle, the range, and the chance of reaching a target. */
export function Quarters(props: Omit<QuarterCardProps, 'row' | 'most' | 'quota'>) {
  const rows = props.outlook.quarters.slice(0, SHOWN);
  // Quotas say what is to be won; they are no target for what is invoiced or comes in.
  const { data: quotas = [] } = useQuery({
    ...targetsQuery(rows[0]?.label ?? ''),
    enabled: props.outlook.measure === 'booked' && rows.length > 0,
  });
  const quotaOf = (label: string) => {
    const quota = quotas.find(({ quarter }) => quarter === label);
    return quota && props.outlook.measure === 'booked' ? Number(quota.amount) : undefined;
  };
  const most = Math.max(
    ...rows.flatMap((row) => [Number(row.p90), Number(row.came ?? 0), reached(row, props.snapshot)]),
  );
  return (
    <div className={classes.quarters}>
      {rows.map((row) => (
        <QuarterCard
          key={`${props.outlook.measure} ${row.label}`}
          {...props}
          row={row}
          most={most}
          quota={quotaOf(row.label)}
        />
      ))}
    </div>
  );
}
