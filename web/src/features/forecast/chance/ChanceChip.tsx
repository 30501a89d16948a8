import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import { useChance } from './api';
import classes from './Chance.module.css';
import { chanceText, rangeText } from './words';

const ROUND = 2 * Math.PI * 5;

/** A deal's chance in the least room: a ring that fills, and the number. */
export default function ChanceChip({ dealId }: { dealId: string }) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const { data } = useChance(dealId);
  if (!data) return null;
  const words = t('chance.is', { range: rangeText(data, format) });
  return (
    <span className={classes.chip} title={words}>
      <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden="true">
        <circle cx={7} cy={7} r={5} className={classes.ring} />
        <circle
          cx={7}
          cy={7}
          r={5}
          className={classes.ringFill}
          strokeDasharray={`${data.chance * ROUND} ${ROUND}`}
          transform="rotate(-90 7 7)"
        />
      </svg>
      <span aria-hidden>{chanceText(data.chance, format)}</span>
      <span className="n-visually-hidden">{words}</span>
    </span>
  );
}
