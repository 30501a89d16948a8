import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import cards from '@/ui/chart/Cards.module.css';
import { MathsDrawer, type MathsLine, MathsWords } from '@/ui/chart/MathsDrawer';
import type { Outlook } from './api';

type Figure = 'fan' | 'came' | 'quarter' | 'parts' | 'groups' | 'levers' | 'scenario';

interface MathsProps {
  outlook: Outlook;
  of: Figure;
  title: string;
}

function Words({ outlook, of }: Omit<MathsProps, 'title'>) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const number = (count: number) => ({ count, n: format.number(count) });
  const lines: MathsLine[] = [
    [t('maths.population'), t(`maths.populationOf.${outlook.measure}`)],
    [
      t('maths.n'),
      [
        t('maths.open', number(outlook.open)),
        t('tier.resolved', number(outlook.resolved)),
        outlook.withoutAmount > 0 && t('maths.withoutAmount', number(outlook.withoutAmount)),
      ]
        .filter(Boolean)
        .join(' · '),
    ],
    [t('maths.method'), `${t(`tier.${outlook.tier}.title`)}. ${t(`tier.${outlook.tier}.method`)}`],
    [t('maths.futures'), t('maths.futuresText', number(outlook.futures))],
    [t('maths.shock'), t('maths.shockText', { shock: format.number(outlook.shock, 2) })],
    ...(outlook.widening > 1.005
      ? [
          [
            t('maths.widening'),
            t('maths.wideningText', { share: format.percent(outlook.widening - 1) }),
          ] as const,
        ]
      : []),
    [t('maths.newShare'), t('maths.newShareText', { share: format.percent(outlook.newShare) })],
    [t('tier.asOf'), format.dateTime(outlook.asOf)],
  ];
  return (
    <>
      <p className={cards.formula}>{t(`maths.formula.${of}`)}</p>
      <MathsWords lines={lines} />
    </>
  );
}

/** Shows the maths behind a figure: formula, population, as-of, n, futures, shock, how much is new pipeline. */
export function MathsButton({ outlook, of, title }: MathsProps) {
  const { t } = useTranslation('forecast');
  return (
    <MathsDrawer label={t('maths.show', { figure: title })} title={t('maths.title', { figure: title })}>
      {() => <Words outlook={outlook} of={of} />}
    </MathsDrawer>
  );
}
