import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import cards from '@/ui/chart/Cards.module.css';
import type { TrackRecord } from './api';
import classes from './Record.module.css';

/** Widening by less than this is not worth a word. */
const NONE = 1.005;

/** What makes the ranges as wide as they are: what all deals have in common, and what the past taught. */
export function Width({ record }: { record: TrackRecord }) {
  const { t } = useTranslation('record');
  const format = useFormat();
  const id = useId();
  const { shock, widening, masked } = record;
  const counted = (count: number) => ({ count, n: format.number(count) });
  const share = format.percent(widening.factor - 1);
  const wider =
    widening.factor < NONE
      ? t(widening.origins === 0 ? 'width.noPast' : 'width.asDrawn')
      : widening.coverageBefore === null
        ? t('width.widerPlain', { share })
        : t('width.wider', {
            ...counted(widening.origins),
            share,
            before: format.percent(widening.coverageBefore),
          });
  return (
    <section className={cards.card} aria-labelledby={id}>
      <header className={cards.cardHead}>
        <h2 id={id} className={cards.cardTitle}>
          {t('width.title')}
        </h2>
      </header>
      <div className={classes.words}>
        <p>{wider}</p>
        <p>
          {t('width.shock', {
            size: format.number(shock.size, 2),
            from: shock.estimated ? t('width.estimated', counted(shock.origins)) : t('width.usual'),
          })}
        </p>
        {masked > 0 && <p>{t('masked', { share: format.percent(masked) })}</p>}
        <p>{t('asNow')}</p>
      </div>
    </section>
  );
}
