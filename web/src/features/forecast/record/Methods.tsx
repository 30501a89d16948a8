import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import cards from '@/ui/chart/Cards.module.css';
import { ChartCard } from '@/ui/chart/ChartCard';
import { SortableTable, type TableColumn } from '@/ui/chart/SortableTable';
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
    <ChartCard
      title={title}
      ready
      definition={
        <AboutButton {...about} of="wape" title={title}>
          <dl className={cards.words}>
            {scores.map(({ method }) => (
              <div key={method}>
                <dt>{capital(t(`method.${method}`), format.locale)}</dt>
                <dd>{t(`methodAbout.${method}`)}</dd>
              </div>
            ))}
          </dl>
        </AboutButton>
      }
      error={null}
      onRetry={() => undefined}
      height={200}
      wide
      nothing={scores.length === 0 ? t('methods.none') : undefined}
      chart={
        <>
          <p className={classes.note}>{t('methods.lead')}</p>
          <SortableTable label={title} rows={scores} rowId={(row) => row.method} columns={columns} />
        </>
      }
      sheet={() => [
        [...columns.map((column) => column.header), t('methods.error')],
        ...scores.map((row) => [...columns.map((column) => column.value?.(row) ?? null), row.coverageError]),
      ]}
    />
  );
}
