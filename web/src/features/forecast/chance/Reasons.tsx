import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import type { Chance } from './api';
import classes from './Chance.module.css';
import { chanceText, pointsText, useReasonText } from './words';

/** What sets a deal apart from the typical one of its stage and age, in percentage points. */
export function Reasons({ chance }: { chance: Chance }) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const reasonText = useReasonText();
  if (chance.reasons.length === 0) return null;
  const most = Math.max(...chance.reasons.map((each) => Math.abs(each.change)));
  return (
    <div className={classes.reasons}>
      <p className={classes.compared}>
        {t('chance.compared', { chance: chanceText(chance.typical, format) })}
      </p>
      <ul>
        {chance.reasons.map((reason) => {
          const up = reason.change >= 0;
          const Arrow = up ? IconArrowUpRight : IconArrowDownRight;
          return (
            <li key={reason.group} data-up={up}>
              <Arrow size={15} aria-hidden />
              <span className={classes.reason}>{reasonText(reason)}</span>
              <span className={classes.reasonBar} aria-hidden>
                <span style={{ inlineSize: `${(100 * Math.abs(reason.change)) / most}%` }} />
              </span>
              <span className={classes.points}>
                {t('chance.points', { points: pointsText(reason.change, format) })}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
