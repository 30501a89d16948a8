import { Tabs } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import classes from '../Import.module.css';
import { lacking } from '../model/fields';
import { Notice } from '../Notice';
import type { Import, ImportFile } from '../types';
import { useCounted } from '../useCounted';
import type { Draft } from '../useDraft';
import { ColumnsTable } from './ColumnsTable';
import { HistoryFilter } from './HistoryFilter';
import { Relations } from './Relations';

function FileColumns({ file, draft }: { file: ImportFile; draft: Draft }) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const counted = useCounted();
  if (!file.entity) return <Notice>{t('columns.leftOut')}</Notice>;
  const mapped = file.mapping.columns.filter((each) => each.field).length;
  const missing = lacking(file).map((field) => t(`field.${field}`));
  return (
    <>
      <p className={classes.dim}>
        {t(`entity.${file.entity}`)}
        {': '}
        {counted('exchange:columns.summary', mapped, { all: format.number(file.columns.length) })}
      </p>
      {missing.length > 0 && (
        <Notice tone="lost">{t('columns.lacking', { fields: missing.join(', ') })}</Notice>
      )}
      <HistoryFilter file={file} draft={draft} />
      <ColumnsTable file={file} draft={draft} />
    </>
  );
}

/** Which column of which file becomes what. The file shown is part of the address. */
export function ColumnsStep({ data, draft }: { data: Import; draft: Draft }) {
  const { t } = useTranslation('exchange');
  const navigate = useNavigate();
  const { file: wanted } = useSearch({ strict: false }) as { file?: string };
  const shown = data.files.find((file) => file.id === wanted) ?? data.files[0];
  if (!shown) return null;
  const show = (id: string | null) =>
    id && void navigate({ to: '.', search: { step: 'columns', file: id } as never, replace: true });
  return (
    <>
      <Relations data={data} />
      <div className={classes.body}>
        <Tabs value={shown.id} onChange={show} keepMounted={false}>
          <Tabs.List mb="sm" className={classes.tabs ?? ''} aria-label={t('columns.files')}>
            {data.files.map((file) => (
              <Tabs.Tab
                key={file.id}
                value={file.id}
                {...(lacking(file).length > 0 && {
                  rightSection: <IconAlertTriangle size={14} aria-label={t('columns.incomplete')} />,
                })}
              >
                {file.name}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {data.files.map((file) => (
            <Tabs.Panel key={file.id} value={file.id}>
              <FileColumns file={file} draft={draft} />
            </Tabs.Panel>
          ))}
        </Tabs>
      </div>
    </>
  );
}
