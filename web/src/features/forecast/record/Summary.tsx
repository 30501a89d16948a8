import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import type { AmountScore, Horizon } from './api';
import { rivalOf, type Tally, verdictOf } from './judge';
import classes from './Record.module.css';
import { leanOf, shareText } from './words';

interface SummaryProps {
  horizon: Horizon;
  tally: Tally;
  scores: readonly AmountScore[];
}

/** In two sentences: how often the range held, and how far the middle was off. */
export function Summary({ horizon, tally, scores }: SummaryProps) {
  const { t } = useTranslation('record');
  const format = useFormat();
  const found = rivalOf(scores);
  const bias = scores.find((each) => each.method === 'nurt')?.bias ?? null;
  const off = () => {
    if (!found) return null;
    const { rival } = found;
    if (!rival) return t('summary.alone', { wape: shareText(found.nurt, format) });
    const [wape, other] = [shareText(rival.nurt, format), shareText(rival.wape, format)];
    const way = wape === other ? 'same' : rival.nurt < rival.wape ? 'better' : 'worse';
    return t(`summary.${way}`, { wape, other, method: t(`method.${rival.method}`) });
  };
  return (
    <section className={classes.summary} aria-label={t('summary.label')}>
      <p className={classes.hits}>
        {t('summary.hits', {
          count: tally.over,
          n: format.number(tally.over),
          within: format.number(tally.within),
          horizon: t(`horizon.is.${horizon}`),
        })}
      </p>
      <p>
        {tally.within < tally.over &&
          `${t('summary.sides', {
            below: format.number(tally.below),
            above: format.number(tally.above),
          })} `}
        {t(`summary.verdict.${verdictOf(tally)}`)} {off()}{' '}
        {bias !== null && t(`summary.bias.${leanOf(bias)}`, { share: shareText(Math.abs(bias), format) })}
      </p>
    </section>
  );
}
