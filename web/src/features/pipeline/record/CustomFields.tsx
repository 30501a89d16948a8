import { MultiSelect, Select, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConflictError } from '@/api';
import { DateText, type EditorProps, InlineEdit, InlineText, notifyError, useFormat } from '@/ui';
import { DateField } from '@/ui/dates';
import { useActions } from '../actions';
import { customFieldsQuery } from '../api';
import { readAmount } from '../model/decimal';
import type { CustomField, Deal } from '../types';
import { FieldRow } from './FieldRow';
import { plainValue } from './fields';
import classes from './Record.module.css';

interface CustomFieldsProps {
  deal: Deal;
  readOnly: boolean;
}

function Shown({ field, value }: { field: CustomField; value: unknown }): ReactNode {
  const format = useFormat();
  if (value === null || value === undefined || value === '') return undefined;
  if (field.type === 'date') return <DateText value={String(value)} />;
  if (field.type === 'number') return <span className="n-figure">{format.number(String(value), 4)}</span>;
  if (field.type === 'choices' && Array.isArray(value)) return value.join(', ');
  return String(value);
}

/** The editor that fits the field's type. */
function Editor({ field, props }: { field: CustomField; props: EditorProps<unknown> }) {
  const { value, onChange, commit, label, error } = props;
  const options = field.options ?? [];
  const common = { size: 'xs', 'aria-label': label, error } as const;
  if (field.type === 'date') {
    return <DateField {...common} value={(value as string | null) ?? null} onChange={onChange} />;
  }
  if (field.type === 'choices') {
    return (
      <MultiSelect {...common} data={options} value={(value as string[] | null) ?? []} onChange={onChange} />
    );
  }
  return (
    <Select
      {...common}
      clearable
      defaultDropdownOpened
      data={options}
      value={(value as string | null) ?? null}
      onChange={commit}
    />
  );
}

function One({ field, deal, readOnly }: CustomFieldsProps & { field: CustomField }) {
  const { t } = useTranslation('pipeline');
  const { patch } = useActions();
  const value = deal.custom[field.key];
  const save = (next: unknown, overwrite: boolean) =>
    patch(deal.id, { custom: { [field.key]: next === '' ? null : next } }, overwrite);
  const theirs = (error: ConflictError) => plainValue((error.current as Deal | undefined)?.custom[field.key]);
  if (field.type === 'boolean') {
    return (
      <Switch
        size="xs"
        aria-label={field.label}
        checked={value === true}
        disabled={readOnly}
        onChange={(event) => void save(event.currentTarget.checked, false).catch(notifyError)}
      />
    );
  }
  if (['date', 'choice', 'choices'].includes(field.type)) {
    return (
      <InlineEdit<unknown>
        label={field.label}
        readOnly={readOnly}
        value={value ?? null}
        equal={(a, b) => JSON.stringify(a) === JSON.stringify(b)}
        display={value == null ? undefined : <Shown field={field} value={value} />}
        theirs={theirs}
        onSave={save}
        editor={(props) => <Editor field={field} props={props} />}
      />
    );
  }
  const number = field.type === 'number';
  if (field.type === 'url' && readOnly && typeof value === 'string') {
    return (
      <a href={value} rel="noreferrer noopener" target="_blank" className={classes.link}>
        {value}
      </a>
    );
  }
  return (
    <InlineText
      label={field.label}
      readOnly={readOnly}
      value={value == null ? '' : String(value)}
      display={value == null ? undefined : <Shown field={field} value={value} />}
      validate={(text) => (number && text.trim() !== '' && !readAmount(text) ? t('field.numberWrong') : null)}
      theirs={theirs}
      onSave={(text, overwrite) =>
        save(number && text.trim() ? Number(readAmount(text)) : text.trim(), overwrite)
      }
    />
  );
}

/** The fields a workspace has added to its deals. */
export function CustomFields({ deal, readOnly }: CustomFieldsProps) {
  const { data = [] } = useQuery(customFieldsQuery);
  return data
    .filter((field) => !field.archivedAt || deal.custom[field.key] != null)
    .map((field) => (
      <FieldRow key={field.id} label={field.label}>
        <One field={field} deal={deal} readOnly={readOnly || Boolean(field.archivedAt)} />
      </FieldRow>
    ));
}
