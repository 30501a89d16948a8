import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import figures from '../Figures.module.css';
import { EFFECTS } from '../model/effect';
import type { PreviewCounts } from '../types';

/** How many rows go which way: as a bar, and in figures. */
export function EffectBar({ counts }: { counts: PreviewCounts }) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const shown = EFFECTS.filter((effect) => counts[effect] > 0 || effect === 'create' || effect === 'refuse');
  return (
    <>
      <div className={figures.bar} aria-hidden>
        {EFFECTS.filter((effect) => counts[effect] > 0).map((effect) => (
          <i key={effect} data-tone={effect} style={{ flex: counts[effect] }} />
        ))}
      </div>
      <dl className={figures.figures}>
        {shown.map((effect) => (
          <div key={effect}>
            <dt>
              <i data-tone={effect} aria-hidden />
              {t(`effect.${effect}`)}
            </dt>
            <dd className="n-figure">{format.number(counts[effect])}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
