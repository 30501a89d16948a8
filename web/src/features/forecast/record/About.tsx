import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import cards from '@/ui/chart/Cards.module.css';
import { MathsDrawer, type MathsLine, MathsWords } from '@/ui/chart/MathsDrawer';

export type MeasureName =
  | 'coverage'
  | 'wape'
  | 'bias'
  | 'pinball'
  | 'brier'
  | 'logLoss'
  | 'slope'
  | 'intercept'
  | 'calibration'
  | 'pit';

export interface AboutProps {
  of: MeasureName;
  /** The figure it is said of; the measure's own name when left out. */
  title?: string;
  population: 'amounts' | 'chances' | 'commits';
  /** How many there are, in words. */
  n?: string | undefined;
  asOf: string;
  /** Said below: the ways that are compared, for example. */
  children?: ReactNode;
}

function Words({ of, population, n, asOf, children }: AboutProps) {
  const { t } = useTranslation('record');
  const format = useFormat();
  const lines: MathsLine[] = [
    [t('about.read'), t(`measure.${of}.read`)],
    [t('about.population'), t(`about.populationOf.${population}`)],
    ...(n ? [[t('about.n'), n] as const] : []),
    [t('about.asOf'), format.dateTime(asOf)],
  ];
  return (
    <>
      <p className={cards.formula}>{t(`measure.${of}.formula`)}</p>
      <MathsWords lines={lines} />
      {children}
    </>
  );
}

/** Shows the maths behind a measure: formula, how to read it, what counts, n, as-of. */
export function AboutButton({ title, ...props }: AboutProps) {
  const { t } = useTranslation('record');
  const figure = title ?? t(`measure.${props.of}.name`);
  return (
    <MathsDrawer label={t('about.show', { figure })} title={t('about.title', { figure })}>
      {() => <Words {...props} />}
    </MathsDrawer>
  );
}
