import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import type { TableColumn } from '@/ui/chart/SortableTable';
import { TableCard } from '@/ui/chart/TableCard';
import { AboutButton, type AboutProps } from './About';
import type { CommitScore } from './api';
import { biasText, shareText } from './words';

/** Below so many periods a habit is not told from luck. */
const PERIODS = 4;
/** A promise as near as this is about right. */
const NEAR = 0.05;

/** How far the commits of representatives could be trusted. */
export function Commits({
  commits,
  about,
}: {
  commits: readonly CommitScore[];
  about: Omit<AboutProps, 'of'>;
}) {
  const { t } = useTranslation('record');
  const format = useFormat();
  const title = t('commits.title');
  const says = ({ bias, periods }: CommitScore) => {
    if (bias === null || periods < PERIODS) return t('commits.few');
    if (Math.abs(bias) < NEAR) return t('commits.right');
    return t(bias > 0 ? 'commits.much' : 'commits.little', { share: format.percent(Math.abs(bias)) });
  };
  const columns: TableColumn<CommitScore>[] = [
    {
      id: 'name',
      header: t('commits.who'),
      left: true,
      value: (row) => row.name ?? '',
      cell: (row) => row.name ?? '–',
    },
    { id: 'says', header: t('commits.says'), left: true, cell: says },
    {
      id: 'wape',
      header: t('measure.wape.name'),
      about: <AboutButton {...about} of="wape" />,
      value: (row) => row.wape,
      cell: (row) => shareText(row.wape, format),
    },
    {
      id: 'bias',
      header: t('measure.bias.name'),
      about: <AboutButton {...about} of="bias" />,
      value: (row) => row.bias,
      cell: (row) => biasText(row.bias, format),
    },
    {
      id: 'periods',
      header: t('commits.periods'),
      value: (row) => row.periods,
      cell: (row) => format.number(row.periods),
    },
  ];
  return (
    <TableCard
      title={title}
      lead={t('commits.lead')}
      definition={<AboutButton {...about} of="wape" title={title} />}
      rows={commits}
      rowId={(row) => row.userId}
      columns={columns}
      nothing={t('commits.none')}
      sheet={() => [
        columns.map((column) => column.header),
        ...commits.map((row) => [row.name ?? '', says(row), row.wape, row.bias, row.periods]),
      ]}
    />
  );
}
