import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { prefixesOf } from '../model/detection';
import type { ImportFile } from '../types';
import type { Draft } from '../useDraft';

const ALL = '';

/** A log of events may hold several kinds, of which only one is the path of the deal. */
export function HistoryFilter({ file, draft }: { file: ImportFile; draft: Draft }) {
  const { t } = useTranslation('exchange');
  const column = file.mapping.columns.find((each) => each.field === 'history_stage')?.column;
  if (column === undefined) return null;
  const prefixes = prefixesOf(file, column);
  if (prefixes.length === 0) return null;
  return (
    <Select
      size="xs"
      maw={360}
      mb="sm"
      label={t('columns.filter')}
      description={t('columns.filterHelp')}
      allowDeselect={false}
      data={[
        { value: ALL, label: t('columns.filterAll') },
        ...prefixes.map((value) => ({ value, label: t('columns.filterOnly', { prefix: value }) })),
      ]}
      value={file.mapping.filter?.prefix ?? ALL}
      onChange={(prefix) =>
        prefix !== null &&
        draft.changeMapping(file.id, { filter: prefix === ALL ? null : { column, prefix } })
      }
    />
  );
}
