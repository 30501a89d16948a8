import { ActionIcon, Drawer } from '@mantine/core';
import { IconMathFunction } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import cards from '@/ui/chart/Cards.module.css';

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
  const lines: [string, string][] = [
    [t('about.read'), t(`measure.${of}.read`)],
    [t('about.population'), t(`about.populationOf.${population}`)],
    ...(n ? [[t('about.n'), n] as [string, string]] : []),
    [t('about.asOf'), format.dateTime(asOf)],
  ];
  return (
    <>
      <p className={cards.formula}>{t(`measure.${of}.formula`)}</p>
      <dl className={cards.words}>
        {lines.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {children}
    </>
  );
}

/** Shows the maths behind a measure: formula, how to read it, what counts, n, as-of. */
export function AboutButton({ title, ...props }: AboutProps) {
  const { t } = useTranslation('record');
  const [open, setOpen] = useState(false);
  const figure = title ?? t(`measure.${props.of}.name`);
  return (
    <>
      <ActionIcon
        size={24}
        variant="subtle"
        color="gray"
        aria-label={t('about.show', { figure })}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <IconMathFunction size={15} aria-hidden />
      </ActionIcon>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        position="right"
        size="min(440px, 100vw)"
        title={t('about.title', { figure })}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <Words {...props} />
      </Drawer>
    </>
  );
}
