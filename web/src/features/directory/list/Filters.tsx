import {
  ActionIcon,
  Autocomplete,
  Button,
  CloseButton,
  MultiSelect,
  Popover,
  ScrollArea,
  Stack,
  TextInput,
} from '@mantine/core';
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/app/session';
import { recordQuery } from '../api';
import { CompanyPicker } from '../fields/CompanyPicker';
import { chipFilters, type Filters, setFilter } from '../model/filters';
import type { Kind } from '../types';
import { useCustomFields, useOwners, useTags } from '../useNames';
import { CustomFilter } from './CustomFilter';
import classes from './List.module.css';

interface FiltersProps {
  kind: Kind;
  filters: Filters;
  onChange: (filters: Filters) => void;
}

const TYPING_MS = 250;

export function TextFilter({ kind, filters, onChange }: FiltersProps) {
  const { t } = useTranslation('directory');
  const known = filters.q?.[0] ?? '';
  const [text, setText] = useState(known);
  useEffect(() => setText(known), [known]);
  useEffect(() => {
    if (text.trim() === known) return;
    const timer = setTimeout(
      () => onChange(setFilter(filters, 'q', text.trim() ? [text.trim()] : [])),
      TYPING_MS,
    );
    return () => clearTimeout(timer);
  }, [text, known, filters, onChange]);
  return (
    <TextInput
      size="xs"
      className={classes.text}
      aria-label={t(`filter.q.${kind}`)}
      placeholder={t(`filter.q.${kind}`)}
      leftSection={<IconSearch size={15} aria-hidden />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      rightSection={
        text && <CloseButton size="xs" aria-label={t('filter.clearText')} onClick={() => setText('')} />
      }
    />
  );
}

function CompanyFilter({ filters, onChange }: FiltersProps) {
  const { t } = useTranslation('directory');
  const id = filters.company?.[0];
  const name = useCompanyName(id);
  return (
    <CompanyPicker
      size="xs"
      label={t('field.company')}
      value={id ? { id, name: name ?? '' } : null}
      onChange={(company) => onChange(setFilter(filters, 'company', company ? [company.id] : []))}
    />
  );
}

function useCompanyName(id: string | undefined): string | undefined {
  const { data } = useQuery({ ...recordQuery('company', id ?? ''), enabled: id !== undefined });
  return data?.name;
}

/** All filters of a list; each change shows at once. */
export function FilterButton(props: FiltersProps & { industries: readonly string[] }) {
  const { kind, filters, onChange, industries } = props;
  const { t } = useTranslation('directory');
  const owners = useOwners();
  const tags = useTags(kind);
  const custom = useCustomFields(kind);
  const { user } = useMe();
  const count = chipFilters(filters).length;
  const set = (name: string) => (values: readonly string[]) => onChange(setFilter(filters, name, values));
  return (
    <Popover position="bottom-start" width={320} trapFocus shadow="md">
      <Popover.Target>
        <Button
          size="xs"
          variant={count > 0 ? 'light' : 'default'}
          leftSection={<IconFilter size={15} aria-hidden />}
        >
          {count > 0 ? t('filter.buttonCount', { count }) : t('filter.button')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('filter.button')}>
        <ScrollArea.Autosize mah="min(520px, 70vh)" offsetScrollbars="present">
          <Stack gap="sm">
            <div>
              <MultiSelect
                size="xs"
                label={t('field.owner')}
                openOnFocus={false}
                data={owners}
                value={filters.owner ?? []}
                searchable
                clearable
                hidePickedOptions
                nothingFoundMessage={t('pick.nothing')}
                onChange={set('owner')}
              />
              <Button size="compact-xs" variant="subtle" mt={4} onClick={() => set('owner')([user.id])}>
                {t('filter.mine')}
              </Button>
            </div>
            {kind === 'company' ? (
              <Autocomplete
                size="xs"
                label={t('field.industry')}
                data={[...industries]}
                value={filters.industry?.[0] ?? ''}
                onChange={(value) => set('industry')(value ? [value] : [])}
              />
            ) : (
              <CompanyFilter {...props} />
            )}
            <MultiSelect
              size="xs"
              label={t('field.tags')}
              description={t('filter.allTags')}
              data={[...new Set([...tags, ...(filters.tag ?? [])])]}
              value={filters.tag ?? []}
              searchable
              clearable
              hidePickedOptions
              nothingFoundMessage={t('filter.noTags')}
              onChange={set('tag')}
            />
            {custom.map((field) => (
              <CustomFilter
                key={field.key}
                field={field}
                value={filters[`custom.${field.key}`]?.[0] ?? ''}
                onChange={(value) => set(`custom.${field.key}`)(value ? [value] : [])}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}

/** The filters set, each to be taken away by one click. */
export function FilterChips({ kind, filters, onChange }: FiltersProps) {
  const { t } = useTranslation('directory');
  const owners = useOwners();
  const custom = useCustomFields(kind);
  const company = useCompanyName(filters.company?.[0]);
  const names = chipFilters(filters);
  if (names.length === 0) return null;
  const shown = (name: string, value: string) => {
    if (name === 'owner') return owners.find((each) => each.value === value)?.label ?? '…';
    if (name === 'company') return company ?? '…';
    return value === 'true' ? t('yes') : value === 'false' ? t('no') : value;
  };
  const words = (name: string) => {
    const field = custom.find((each) => `custom.${each.key}` === name);
    const label = field?.label ?? t(`field.${name === 'tag' ? 'tags' : name}`, { defaultValue: name });
    const values = (filters[name] ?? []).map((value) => shown(name, value));
    return `${label}: ${values.slice(0, 2).join(', ')}${values.length > 2 ? ` +${values.length - 2}` : ''}`;
  };
  const cleared = Object.fromEntries(Object.entries(filters).filter(([name]) => !names.includes(name)));
  return (
    <ul className={classes.chips} aria-label={t('filter.active')}>
      {names.map((name) => (
        <li key={name} className={classes.chip}>
          {words(name)}
          <ActionIcon
            size={18}
            variant="transparent"
            color="gray"
            aria-label={t('filter.remove', { filter: words(name) })}
            onClick={() => onChange(setFilter(filters, name, []))}
          >
            <IconX size={13} aria-hidden />
          </ActionIcon>
        </li>
      ))}
      {names.length > 1 && (
        <li>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange(cleared)}>
            {t('filter.clear')}
          </Button>
        </li>
      )}
    </ul>
  );
}
