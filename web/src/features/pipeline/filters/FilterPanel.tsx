import {
  Button,
  Group,
  MultiSelect,
  SegmentedControl,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import { AmountInput } from '@/ui/AmountInput';
import { DateField } from '@/ui/dates';
import { type Filters, setFilter } from '../model/filters';
import { PERIODS, periodOf, todayIn } from './periods';
import { useChoices, useCustomFields } from './useChoices';

interface FilterPanelProps {
  filters: Filters;
  names: readonly string[];
  onChange: (filters: Filters) => void;
}

const PICKED = ['owner', 'team', 'pipeline', 'stage', 'product', 'tag', 'nextStep'] as const;
/** Steps that are overdue or missing are asked for as risks, with a button of their own. */
const STEPS_AHEAD = ['today', 'later'];

function Range({
  name,
  filters,
  onChange,
}: {
  name: string;
  filters: Filters;
  onChange: (next: Filters) => void;
}) {
  const { t } = useTranslation('pipeline');
  const format = useFormat();
  const [from, to] = [`${name}From`, `${name}To`];
  const set = (key: string, value: string | null, base = filters) =>
    setFilter(base, key, value ? [value] : []);
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {t(`filter.${name}`)}
      </Text>
      {name === 'close' && (
        <Group gap={4} mb={6}>
          {PERIODS.map((period) => (
            <Button
              key={period}
              size="compact-xs"
              variant="light"
              color="gray"
              onClick={() => {
                const days = periodOf(period, todayIn(format.zone));
                onChange(set(to, days.to, set(from, days.from)));
              }}
            >
              {t(`filter.period.${period}`)}
            </Button>
          ))}
        </Group>
      )}
      <Group grow gap={8}>
        <DateField
          size="xs"
          aria-label={t('filter.from', { what: t(`filter.${name}`) })}
          placeholder={t('filter.fromShort')}
          value={filters[from]?.[0] ?? null}
          onChange={(value) => onChange(set(from, value))}
        />
        <DateField
          size="xs"
          aria-label={t('filter.to', { what: t(`filter.${name}`) })}
          placeholder={t('filter.toShort')}
          value={filters[to]?.[0] ?? null}
          onChange={(value) => onChange(set(to, value))}
        />
      </Group>
    </div>
  );
}

/** All filters of a board or list; each change shows at once. */
export default function FilterPanel({ filters, names, onChange }: FilterPanelProps) {
  const { t } = useTranslation('pipeline');
  const choices = useChoices();
  const custom = useCustomFields();
  const has = (name: string) => names.includes(name);
  const one = (name: string, value: string) =>
    onChange(setFilter(filters, name, value === '' ? [] : [value]));
  return (
    <Stack gap="sm">
      {has('status') && (
        <SegmentedControl
          size="xs"
          aria-label={t('filter.status')}
          value={filters.status?.length === 1 ? (filters.status[0] ?? '') : ''}
          data={[{ value: '', label: t('filter.any') }, ...(choices.status ?? [])]}
          onChange={(value) => one('status', value)}
        />
      )}
      {PICKED.filter(has).map((name) => (
        <MultiSelect
          key={name}
          size="xs"
          label={t(`filter.${name}`)}
          data={(choices[name] ?? []).filter(
            ({ value }) =>
              name !== 'nextStep' || STEPS_AHEAD.includes(value) || filters.nextStep?.includes(value),
          )}
          value={filters[name] ?? []}
          searchable
          clearable
          hidePickedOptions
          nothingFoundMessage={t('filter.nothing')}
          onChange={(values) => onChange(setFilter(filters, name, values))}
        />
      ))}
      {has('source') && (
        <TagsInput
          size="xs"
          label={t('filter.source')}
          value={filters.source ?? []}
          onChange={(values) => onChange(setFilter(filters, 'source', values))}
        />
      )}
      {has('amountFrom') && (
        <Group grow gap={8} align="flex-end">
          {(['amountFrom', 'amountTo'] as const).map((name) => (
            <AmountInput
              key={name}
              label={t(`filter.${name}`)}
              value={filters[name]?.[0] ?? ''}
              onChange={(value) => one(name, String(value))}
            />
          ))}
        </Group>
      )}
      {['close', 'created', 'closed']
        .filter((name) => has(`${name}From`))
        .map((name) => (
          <Range key={name} name={name} filters={filters} onChange={onChange} />
        ))}
      {has('state') &&
        custom.map((field) => (
          <TextInput
            key={field.key}
            size="xs"
            label={field.label}
            value={filters[`custom.${field.key}`]?.[0] ?? ''}
            onChange={(event) => one(`custom.${field.key}`, event.currentTarget.value)}
          />
        ))}
    </Stack>
  );
}
