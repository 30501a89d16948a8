import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiUrl } from '@/api';
import { ErrorState, ListSkeleton, Panel, useFormat } from '@/ui';
import { refusalsQuery } from '../api';
import own from '../check/Check.module.css';
import classes from '../Import.module.css';
import type { Import } from '../types';
import { useCounted } from '../useCounted';

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
      lead={t('refused.lead')}
      actions={
        <Button
          size="xs"
          variant="light"
          component="a"
          href={apiUrl(`/imports/${data.id}/refusals.csv`)}
          download
          leftSection={<IconDownload size={15} aria-hidden />}
        >
          {t('refused.download')}
        </Button>
      }
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
