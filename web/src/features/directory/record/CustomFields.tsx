import { MultiSelect, Select, Switch } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ConflictError } from '@/api';
import { type EditorProps, InlineEdit, InlineText, notifyError, useFormat } from '@/ui';
import { DateField } from '@/ui/dates';
import { customFieldsQuery } from '../api';
import { customText } from '../fields/customText';
import { readNumber } from '../model/number';
import { type CustomField, type DirectoryRecord, isCompany } from '../types';
import { FieldRow } from './FieldRow';
import classes from './Fields.module.css';
import { plainValue, useSaving } from './useSaving';

interface OneProps {
  field: CustomField;
  record: DirectoryRecord;
  readOnly: boolean;
}

function Picker({ field, props }: { field: CustomField; props: EditorProps<unknown> }) {
  const { value, onChange, commit, label, error } = props;
  const common = { size: 'xs', 'aria-label': label, error } as const;
  if (field.type === 'date') {
    return <DateField {...common} value={(value as string | null) ?? null} onChange={onChange} />;
  }
  if (field.type === 'choices') {
    return (
      <MultiSelect
        {...common}
        data={field.options}
        value={(value as string[] | null) ?? []}
        onChange={onChange}
      />
    );
  }
  return (
    <Select
      {...common}
      clearable
      defaultDropdownOpened
      data={field.options}
      value={(value as string | null) ?? null}
      onChange={commit}
    />
  );
}

function One({ field, record, readOnly }: OneProps) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const { saveAll } = useSaving(record);
  const value = record.custom[field.key] ?? null;
  const save = (next: unknown, overwrite: boolean) =>
    saveAll({ custom: { [field.key]: next === '' ? null : next } }, overwrite);
  const theirs = (error: ConflictError) =>
    plainValue((error.current as DirectoryRecord | undefined)?.custom[field.key]);
  const shown = customText(field, value, format, { yes: t('yes'), no: t('no') }) ?? undefined;
  if (field.type === 'boolean') {
    return (
      <Switch
        size="xs"
        mt={6}
        aria-label={field.label}
        checked={value === true}
        disabled={readOnly}
        onChange={(event) => void save(event.currentTarget.checked, false).catch(notifyError)}
      />
    );
  }
  if (field.type === 'date' || field.type === 'choice' || field.type === 'choices') {
    return (
      <InlineEdit<unknown>
        label={field.label}
        readOnly={readOnly}
        value={value}
        equal={(a, b) => JSON.stringify(a) === JSON.stringify(b)}
        display={shown}
        theirs={theirs}
        onSave={save}
        editor={(props) => <Picker field={field} props={props} />}
      />
    );
  }
  const number = field.type === 'number';
  const text = (
    <InlineText
      label={field.label}
      readOnly={readOnly}
      value={value === null ? '' : number ? (shown ?? '') : String(value)}
      validate={(typed) =>
        number && typed.trim() && readNumber(typed) === null ? t('field.numberWrong') : null
      }
      theirs={theirs}
      onSave={(typed, overwrite) =>
        save(number && typed.trim() ? readNumber(typed) : typed.trim(), overwrite)
      }
    />
  );
  if (field.type !== 'url' || typeof value !== 'string') return text;
  return (
    <div className={classes.item}>
      {text}
      <a
        href={value}
        target="_blank"
        rel="noreferrer noopener"
        className={classes.go}
        aria-label={t('open', { name: value })}
      >
        <IconExternalLink size={15} aria-hidden />
      </a>
    </div>
  );
}

/** The fields a workspace has added; put-away ones only where they still hold something. */
export function CustomFields({ record, readOnly }: Omit<OneProps, 'field'>) {
  const { data = [] } = useQuery(customFieldsQuery(isCompany(record) ? 'company' : 'contact'));
  const shown = data.filter((field) => !field.archivedAt || record.custom[field.key] != null);
  if (shown.length === 0) return null;
  return (
    <dl className={classes.group}>
      {shown.map((field) => (
        <FieldRow key={field.id} label={field.label} {...(field.help && { help: field.help })}>
          <One field={field} record={record} readOnly={readOnly || Boolean(field.archivedAt)} />
        </FieldRow>
      ))}
    </dl>
  );
}
