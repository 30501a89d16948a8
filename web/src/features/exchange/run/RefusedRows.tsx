import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiUrl } from '@/api';
import { ErrorState, ListSkeleton, Panel, useFormat } from '@/ui';
import { refusalsQuery } from '../api';
import own from '../check/Check.module.css';
import classes from '../Import.module.css';
import type { Import, ImportFile } from '../types';
import { useCounted } from '../useCounted';

interface DownloadsProps {
  data: Import;
  /** Files known to have refused rows; null while not all of the rows are loaded. */
  known: string[] | null;
}

/** The refused rows as files, each shaped as the one they came from. */
function Downloads({ data, known }: DownloadsProps) {
  const { t } = useTranslation('exchange');
  const files = data.files.filter((file) => file.entity && (known === null || known.includes(file.id)));
  const link = (file: ImportFile) => ({
    component: 'a' as const,
    href: apiUrl(`/imports/${data.id}/refusals.csv`, { file: file.id }),
    download: true,
  });
  const [only] = files;
  const look = { size: 'xs', variant: 'light', leftSection: <IconDownload size={15} aria-hidden /> } as const;
  if (!only) return null;
  if (files.length === 1) {
    return (
      <Button {...look} {...link(only)}>
        {t('refused.download')}
      </Button>
    );
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button {...look}>{t('refused.download')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {files.map((file) => (
          <Menu.Item key={file.id} {...link(file)}>
            {file.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Every row that did not go in, with its reason; as a file they are repaired and brought in again. */
export function RefusedRows({ data }: { data: Import }) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const counted = useCounted();
  const query = useInfiniteQuery(refusalsQuery(data.id));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel
      title={counted('exchange:refused.title', data.refused)}
      lead={data.status !== 'undone' && t('refused.lead')}
      actions={<Downloads data={data} known={query.hasNextPage ? null : rows.map((row) => row.fileId)} />}
    >
      {query.error && !query.data && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <ListSkeleton rows={4} />}
      {rows.length > 0 && (
        <div className={classes.scroll}>
          <table className={`${classes.table} ${classes.stackable}`}>
            <thead>
              <tr>
                <th scope="col">{t('refused.where')}</th>
                <th scope="col">{t('refused.reason')}</th>
                <th scope="col">{t('refused.row')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.fileId}/${row.line}`}>
                  <th scope="row">
                    {row.fileName}
                    <div className={`${classes.dim} n-figure`}>
                      {t('file.line', { line: format.number(row.line) })}
                    </div>
                  </th>
                  <td>{row.reason}</td>
                  <td>
                    <span className={own.cells} style={{ maxWidth: 420 }}>
                      {row.cells.filter((cell) => cell !== '').join(' · ')}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {query.hasNextPage && (
        <Button
          variant="subtle"
          mt="sm"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </Panel>
  );
}
