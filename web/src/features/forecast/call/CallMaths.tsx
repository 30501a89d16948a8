import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import { MathsDrawer, type MathsLine, MathsWords } from '@/ui/chart/MathsDrawer';
import type { CallTable } from './api';

const NUMBERS = ['quota', 'won', 'commit', 'call', 'weighted', 'model'] as const;

/** How each number of the table comes about, of how many deals, and as of when. */
export function CallMaths({ table }: { table: CallTable }) {
  const { t } = useTranslation('call');
  const format = useFormat();
  const top = table.rows.find((row) => row.depth === 0);
  const lines: MathsLine[] = [
    ...NUMBERS.map((each) => [t(`column.${each}`), t(`maths.${each}`)] as const),
    [t('maths.paceTitle'), t('maths.pace')],
    [t('maths.categoriesTitle'), t('note.categories')],
    ...(top
      ? [
          [
            t('maths.n'),
            t('maths.deals', { won: format.number(top.wonCount), open: format.number(top.openCount) }),
          ] as const,
        ]
      : []),
    [t('maths.asOf'), format.dateTime(table.asOf)],
  ];
  return (
    <MathsDrawer label={t('maths.show')} title={t('maths.title')}>
      {() => <MathsWords lines={lines} />}
    </MathsDrawer>
  );
}
