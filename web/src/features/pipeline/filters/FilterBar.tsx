import { ActionIcon, Button, CloseButton, Popover, ScrollArea, TextInput } from '@mantine/core';
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListSkeleton, useFormat } from '@/ui';
import { countFilters, type Filters, setFilter } from '../model/filters';
import classes from './Filters.module.css';
import { ToolButton } from './ToolButton';
import { type Choice, useChoices, useCustomFields } from './useChoices';

// Calendars and pickers are only fetched by those who open the filters.
const FilterPanel = lazy(() => import('./FilterPanel'));

interface FilterBarProps {
  filters: Filters;
  names: readonly string[];
  onChange: (filters: Filters) => void;
}

const TYPING_MS = 250;

function TextFilter({ filters, onChange }: Omit<FilterBarProps, 'names'>) {
  const { t } = useTranslation('pipeline');
  const known = filters.q?.[0] ?? '';
  const [text, setText] = useState(known);
  useEffect(() => setText(known), [known]);
  useEffect(() => {
    if (text === known) return;
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
      aria-label={t('filter.q')}
      placeholder={t('filter.q')}
      leftSection={<IconSearch size={15} aria-hidden />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      rightSection={
        text && <CloseButton size="xs" aria-label={t('filter.clearText')} onClick={() => setText('')} />
      }
    />
  );
}

export function FilterBar({ filters, names, onChange }: FilterBarProps) {
  const { t } = useTranslation('pipeline');
  const count = countFilters(filters, ['q', 'state', 'asOf']);
  return (
    <>
      <TextFilter filters={filters} onChange={onChange} />
      <Popover position="bottom-start" width={340} trapFocus shadow="md">
        <Popover.Target>
          <ToolButton
            icon={IconFilter}
            lit={count > 0}
            label={count > 0 ? t('filter.buttonCount', { count }) : t('filter.button')}
          />
        </Popover.Target>
        <Popover.Dropdown aria-label={t('filter.button')}>
          <ScrollArea.Autosize mah="min(560px, 70vh)" offsetScrollbars="present">
            <Suspense fallback={<ListSkeleton rows={6} />}>
              <FilterPanel filters={filters} names={names} onChange={onChange} />
            </Suspense>
          </ScrollArea.Autosize>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

function useWords() {
  const { t } = useTranslation('pipeline');
  const format = useFormat();
  const choices = useChoices();
  const custom = useCustomFields();
  return (name: string, values: readonly string[]) => {
    const field = custom.find((each) => `custom.${each.key}` === name);
    const label = field?.label ?? t(`filter.${name}`, { defaultValue: name });
    const named = values.map((value) => {
      const choice = choices[name]?.find((each: Choice) => each.value === value);
      if (choice) return choice.label;
      if (name.startsWith('amount')) return format.number(value, 2);
      if (value === 'none') return t('filter.without');
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.date(value);
      return /^[\da-f-]{36}$/.test(value) ? t('filter.one') : value;
    });
    return `${label}: ${named.slice(0, 2).join(', ')}${named.length > 2 ? ` +${named.length - 2}` : ''}`;
  };
}

/** The filters set, each to be taken away by one click. */
export function FilterChips({ filters, onChange }: Omit<FilterBarProps, 'names'>) {
  const names = Object.keys(filters).filter((name) => !['q', 'state', 'asOf'].includes(name));
  // Names of people, products and so on are only asked for once a filter mentions one.
  return names.length > 0 && <Chips names={names} filters={filters} onChange={onChange} />;
}

function Chips({ names, filters, onChange }: FilterBarProps) {
  const { t } = useTranslation('pipeline');
  const words = useWords();
  const cleared = Object.fromEntries(Object.entries(filters).filter(([name]) => !names.includes(name)));
  return (
    <ul className={classes.chips} aria-label={t('filter.active')}>
      {names.map((name) => {
        const text = words(name, filters[name] ?? []);
        return (
          <li key={name} className={classes.chip}>
            {text}
            <ActionIcon
              size={18}
              variant="transparent"
              color="gray"
              aria-label={t('filter.remove', { filter: text })}
              onClick={() => onChange(setFilter(filters, name, []))}
            >
              <IconX size={13} aria-hidden />
            </ActionIcon>
          </li>
        );
      })}
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
