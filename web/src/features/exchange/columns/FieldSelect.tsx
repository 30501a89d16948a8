import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportFile } from '../types';

const LEAVE_OUT = 'leave-out';
const DELETED = 'deleted_at_source';

interface FieldSelectProps {
  label: string;
  file: ImportFile;
  value: string | null;
  onChange: (field: string | null) => void;
}

/** What a column becomes: a field of the record, a new field, or nothing. */
export function FieldSelect({ label, file, value, onChange }: FieldSelectProps) {
  const { t } = useTranslation('exchange');
  const { entity, fields } = file;
  const data = useMemo(() => {
    const own = fields.filter(({ field, kind }) => kind !== 'custom' && field !== DELETED);
    const custom = fields.find(({ kind }) => kind === 'custom');
    const deleted = fields.find(({ field }) => field === DELETED);
    return [
      {
        group: entity ? t(`entity.${entity}`) : '',
        items: own.map(({ field }) => ({ value: field, label: t(`field.${field}`) })),
      },
      {
        group: t('columns.other'),
        items: [
          { value: LEAVE_OUT, label: t('columns.leaveOut') },
          ...(custom ? [{ value: custom.field, label: t('columns.newField') }] : []),
          ...(deleted ? [{ value: DELETED, label: t(`field.${DELETED}`) }] : []),
        ],
      },
    ];
  }, [entity, fields, t]);
  return (
    <Select
      size="xs"
      w={230}
      aria-label={label}
      data={data}
      value={value ?? LEAVE_OUT}
      searchable
      allowDeselect={false}
      maxDropdownHeight={320}
      nothingFoundMessage={t('columns.nothing')}
      {...(value === null && { styles: { input: { color: 'var(--n-ink-soft)' } } })}
      onChange={(next) => next && next !== value && onChange(next === LEAVE_OUT ? null : next)}
    />
  );
}
