import { NumberInput, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { DateField } from '@/ui/dates';
import type { CustomField } from '../types';

interface CustomFilterProps {
  field: CustomField;
  value: string;
  onChange: (value: string) => void;
}

const TYPING_MS = 300;

/** A filter by a field the workspace added: the value must be exactly this one. */
export function CustomFilter({ field, value, onChange }: CustomFilterProps) {
  const { t } = useTranslation('directory');
  const later = useDebouncedCallback(onChange, TYPING_MS);
  const common = { size: 'xs', label: field.label } as const;
  switch (field.type) {
    case 'boolean':
      return (
        <Select
          {...common}
          clearable
          data={[
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
          value={value || null}
          onChange={(next) => onChange(next ?? '')}
        />
      );
    case 'choice':
    case 'choices':
      return (
        <Select
          {...common}
          clearable
          searchable
          data={field.options}
          value={value || null}
          onChange={(next) => onChange(next ?? '')}
        />
      );
    case 'date':
      return <DateField {...common} value={value || null} onChange={(next) => onChange(next ?? '')} />;
    case 'number':
      return (
        <NumberInput {...common} hideControls defaultValue={value} onChange={(next) => later(String(next))} />
      );
    default:
      return (
        <TextInput
          {...common}
          defaultValue={value}
          onChange={(event) => later(event.currentTarget.value.trim())}
        />
      );
  }
}
