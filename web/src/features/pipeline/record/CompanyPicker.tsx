import { Alert, Button, Combobox, Group, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuilding, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api';
import { notifyError } from '@/ui';
import type { Paged, Ref } from '../types';

interface Company extends Ref {
  city?: string | null;
  domain?: string | null;
}

interface Duplicate {
  record: Company;
  reasons: string[];
}

interface CompanyPickerProps {
  value: Ref | null;
  onChange: (company: Ref | null) => void;
  label?: string;
  ariaLabel?: string;
  size?: string;
  error?: string | null;
}

const CREATE = '+create';
const CLEAR = '+clear';

function useCompanies(text: string): Company[] {
  const [asked] = useDebouncedValue(text.trim(), 150);
  const { data } = useQuery({
    queryKey: ['companies', 'pick', asked],
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    queryFn: ({ signal }) => api.get<Paged<Company>>('/companies', { signal, query: { q: asked, limit: 8 } }),
  });
  return data?.items ?? [];
}

/** Finds a company by its name, or creates it on the spot; likely doubles are shown first. */
export function CompanyPicker({ value, onChange, label, ariaLabel, size = 'sm', error }: CompanyPickerProps) {
  const { t } = useTranslation('pipeline');
  const [text, setText] = useState<string | null>(null);
  const [doubles, setDoubles] = useState<Duplicate[]>([]);
  const [busy, setBusy] = useState(false);
  const found = useCompanies(text ?? '');
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const wanted = (text ?? '').trim();
  const exact = found.some((each) => each.name.toLocaleLowerCase() === wanted.toLocaleLowerCase());

  const choose = (company: Ref | null) => {
    setText(null);
    setDoubles([]);
    box.closeDropdown();
    onChange(company && { id: company.id, name: company.name });
  };
  const create = async (name: string, knowingly: boolean) => {
    setBusy(true);
    try {
      const known = knowingly
        ? []
        : (await api.get<{ items: Duplicate[] }>('/companies/duplicates', { query: { name } })).items;
      if (known.length > 0) setDoubles(known);
      else choose(await api.post<Company>('/companies', { name }));
    } catch (failure) {
      notifyError(failure);
    } finally {
      setBusy(false);
    }
  };
  const submit = (id: string) => {
    if (id === CREATE) {
      box.closeDropdown();
      void create(wanted, false);
    } else choose(id === CLEAR ? null : (found.find((each) => each.id === id) ?? null));
  };
  const leave = () => {
    box.closeDropdown();
    if (wanted === '' && text !== null && value) choose(null);
    else if (doubles.length === 0 && wanted === '') setText(null);
  };
  return (
    <div>
      <Combobox store={box} onOptionSubmit={submit}>
        <Combobox.Target>
          <TextInput
            size={size}
            label={label}
            aria-label={ariaLabel}
            error={error}
            disabled={busy}
            placeholder={t('company.placeholder')}
            leftSection={<IconBuilding size={16} aria-hidden />}
            value={text ?? value?.name ?? ''}
            onClick={() => box.openDropdown()}
            onBlur={leave}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setDoubles([]);
              box.openDropdown();
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options mah={260} style={{ overflowY: 'auto' }}>
            {found.map((each) => (
              <Combobox.Option key={each.id} value={each.id}>
                <Group justify="space-between" wrap="nowrap" gap="xs">
                  <span>{each.name}</span>
                  <Text span size="xs" c="dimmed">
                    {each.city ?? each.domain}
                  </Text>
                </Group>
              </Combobox.Option>
            ))}
            {wanted !== '' && !exact && (
              <Combobox.Option value={CREATE}>
                <Group gap={6} wrap="nowrap">
                  <IconPlus size={15} aria-hidden />
                  {t('company.create', { name: wanted })}
                </Group>
              </Combobox.Option>
            )}
            {value && wanted === '' && <Combobox.Option value={CLEAR}>{t('company.none')}</Combobox.Option>}
            {found.length === 0 && wanted === '' && <Combobox.Empty>{t('company.empty')}</Combobox.Empty>}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {doubles.length > 0 && (
        <Alert color="amber" mt={8} p="sm" title={t('company.doubles')}>
          <Group gap={6}>
            {doubles.slice(0, 4).map(({ record }) => (
              <Button key={record.id} size="compact-sm" variant="light" onClick={() => choose(record)}>
                {t('company.use', { name: record.name })}
              </Button>
            ))}
            <Button size="compact-sm" variant="subtle" onClick={() => void create(wanted, true)}>
              {t('company.createAnyway', { name: wanted })}
            </Button>
          </Group>
        </Alert>
      )}
    </div>
  );
}
