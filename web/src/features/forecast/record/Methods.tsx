import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import { MathsWords } from '@/ui/chart/MathsDrawer';
import type { TableColumn } from '@/ui/chart/SortableTable';
import { TableCard } from '@/ui/chart/TableCard';
import { AboutButton, type AboutProps, type MeasureName } from './About';
import type { AmountScore } from './api';
import { leastOff } from './judge';
import classes from './Record.module.css';
import { biasText, capital, coverageText, shareText } from './words';

interface MethodsProps {
  scores: readonly AmountScore[];
  about: Omit<AboutProps, 'of'>;
}

/** Nurt beside what anyone can work out by hand. */
export function Methods({ scores, about }: MethodsProps) {
  const { t } = useTranslation('record');
  const format = useFormat();
  const best = leastOff(scores);
  const title = t('methods.title');
  const name = ({ method }: AmountScore) => capital(t(`method.${method}`), format.locale);
  const partly = scores.some((each) => each.wapeOfNurt !== null && each.origins < (scores[0]?.origins ?? 0));
  const measure = (
    id: 'wape' | 'bias' | 'pinball' | 'coverage',
    cell: (row: AmountScore) => string,
  ): TableColumn<AmountScore> => ({
    id,
    header: t(`measure.${id}.name`),
    about: <AboutButton {...about} of={id satisfies MeasureName} />,
    value: (row) => row[id],
    cell,
  });
  const columns: TableColumn<AmountScore>[] = [
    {
      id: 'method',
      header: t('methods.method'),
      left: true,
      value: name,
      cell: (row) => (
        <span className={classes.method} data-own={row.method === 'nurt' || undefined}>
          {name(row)}
          {row.method === best && (
            <Badge size="sm" variant="light" color="green" tt="none">
              {t('methods.best')}
            </Badge>
          )}
        </span>
      ),
    },
    measure('wape', (row) => shareText(row.wape, format)),
    ...(partly
      ? [
          {
            id: 'same',
            header: t('methods.same'),
            value: (row: AmountScore) => row.wapeOfNurt,
            cell: (row: AmountScore) => shareText(row.wapeOfNurt, format),
          },
        ]
      : []),
    measure('bias', (row) => biasText(row.bias, format)),
    measure('pinball', (row) => shareText(row.pinball, format)),
    measure('coverage', (row) => coverageText(row.coverage, row.coverageError, format)),
    {
      id: 'origins',
      header: t('methods.origins'),
      value: (row) => row.origins,
      cell: (row) => format.number(row.origins),
    },
  ];
  return (
    <TableCard
      title={title}
      lead={t('methods.lead')}
      definition={
        <AboutButton {...about} of="wape" title={title}>
          <MathsWords
            lines={scores.map(({ method }) => [
              capital(t(`method.${method}`), format.locale),
              t(`methodAbout.${method}`),
            ])}
          />
        </AboutButton>
      }
      rows={scores}
      rowId={(row) => row.method}
      columns={columns}
      nothing={t('methods.none')}
      sheet={() => [
        [...columns.map((column) => column.header), t('methods.error')],
        ...scores.map((row) => [...columns.map((column) => column.value?.(row) ?? null), row.coverageError]),
      ]}
    />
  );
}
