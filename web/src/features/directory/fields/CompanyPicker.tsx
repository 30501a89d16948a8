import { Combobox, Group, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuilding } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { companiesByNameQuery } from '../api';
import type { Ref } from '../types';

interface CompanyPickerProps {
  value: Ref | null;
  onChange: (company: Ref | null) => void;
  label?: string;
  ariaLabel?: string;
  size?: string;
  error?: string | null | undefined;
  /** Not offered: a company is not its own parent. */
  except?: string;
}

const CLEAR = '+clear';

/** Finds a company by its name. */
export function CompanyPicker({
  value,
  onChange,
  label,
  ariaLabel,
  size = 'sm',
  error,
  except,
}: CompanyPickerProps) {
  const { t } = useTranslation('directory');
  const [text, setText] = useState<string | null>(null);
  const [asked] = useDebouncedValue((text ?? '').trim(), 150);
  const { data } = useQuery(companiesByNameQuery(asked));
  const found = (data?.items ?? []).filter((each) => each.id !== except);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const choose = (company: Ref | null) => {
    setText(null);
    box.closeDropdown();
    onChange(company && { id: company.id, name: company.name });
  };
  return (
    <Combobox
      store={box}
      onOptionSubmit={(id) => choose(id === CLEAR ? null : (found.find((each) => each.id === id) ?? value))}
    >
      <Combobox.Target>
        <TextInput
          size={size}
          label={label}
          aria-label={ariaLabel}
          error={error}
          placeholder={t('pick.company')}
          leftSection={<IconBuilding size={15} aria-hidden />}
          value={text ?? value?.name ?? ''}
          onClick={() => box.openDropdown()}
          onFocus={() => box.openDropdown()}
          onBlur={() => {
            box.closeDropdown();
            setText(null);
          }}
          onChange={(event) => {
            setText(event.currentTarget.value);
            box.openDropdown();
            box.updateSelectedOptionIndex();
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
          {value && !text && <Combobox.Option value={CLEAR}>{t('pick.noCompany')}</Combobox.Option>}
          {found.length === 0 && <Combobox.Empty>{t('pick.nothing')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
