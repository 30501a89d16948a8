import { Button, Group, Menu, MultiSelect, Popover, Stack, TagsInput, Text } from '@mantine/core';
import { IconCalendar, IconCheck, IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import { DateField } from '@/ui/dates';
import { peopleQuery, pipelinesQuery, productsQuery, teamsQuery } from './api';
import classes from './Insights.module.css';
import { PRESETS } from './period';
import type { FilterName, Question } from './useQuestion';

function usePeriodText(question: Question): string {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const { period, days } = question;
  if (period !== 'custom') return t(`period.${period}`);
  if (days.from && days.to) return `${format.date(days.from)} – ${format.date(days.to)}`;
  return days.from
    ? t('period.since', { day: format.date(days.from) })
    : t('period.until', { day: format.date(days.to ?? question.today) });
}

function PeriodPicker({ question }: { question: Question }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const text = usePeriodText(question);
  const [own, setOwn] = useState(false);
  const { days, period } = question;
  const range =
    period !== 'all' && period !== 'custom' && days.from && days.to
      ? `${format.date(days.from)} – ${format.date(days.to)}`
      : null;
  return (
    <>
      <Popover
        opened={own}
        onChange={setOwn}
        position="bottom-start"
        trapFocus
        withinPortal
        withRoles={false}
      >
        <Popover.Target>
          <span>
            <Menu position="bottom-start" width={230}>
              <Menu.Target>
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconCalendar size={15} aria-hidden />}
                  aria-label={t('period.choose', { period: text })}
                >
                  {text}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {PRESETS.map((preset) => (
                  <Menu.Item
                    key={preset}
                    onClick={() => question.setPeriod(preset)}
                    rightSection={period === preset && <IconCheck size={15} aria-hidden />}
                  >
                    {t(`period.${preset}`)}
                  </Menu.Item>
                ))}
                <Menu.Divider />
                <Menu.Item
                  onClick={() => setOwn(true)}
                  rightSection={period === 'custom' && <IconCheck size={15} aria-hidden />}
                >
                  {t('period.custom')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </span>
        </Popover.Target>
        <Popover.Dropdown role="dialog" aria-label={t('period.custom')}>
          <Group gap={8} wrap="nowrap">
            <DateField
              size="xs"
              w={140}
              label={t('period.from')}
              value={days.from}
              {...(days.to && { maxDate: days.to })}
              popoverProps={{ withinPortal: false }}
              onChange={(from) => question.setDays({ from, to: days.to })}
            />
            <DateField
              size="xs"
              w={140}
              label={t('period.to')}
              value={days.to}
              {...(days.from && { minDate: days.from })}
              popoverProps={{ withinPortal: false }}
              onChange={(to) => question.setDays({ from: days.from, to })}
            />
          </Group>
          <Text size="xs" c="dimmed" mt={6}>
            {t('period.inclusive')}
          </Text>
        </Popover.Dropdown>
      </Popover>
      {range && <span className={classes.range}>{range}</span>}
    </>
  );
}

function Filters({ question }: { question: Question }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const choices = {
    pipeline: useQuery(pipelinesQuery).data,
    owner: useQuery(peopleQuery).data,
    team: useQuery(teamsQuery).data,
    product: useQuery(productsQuery).data,
  };
  const data = (name: keyof typeof choices) => [
    ...(choices[name] ?? [])
      .map(({ id, name: label }) => ({ value: id, label }))
      .sort((a, b) => format.compare(a.label, b.label)),
    ...(name === 'pipeline' ? [] : [{ value: 'none', label: t(`without.${name}`) }]),
  ];
  const count = Object.keys(question.filters).length;
  return (
    <>
      <Popover position="bottom-start" width={320} trapFocus>
        <Popover.Target>
          <Button
            size="xs"
            variant={count > 0 ? 'light' : 'default'}
            leftSection={<IconFilter size={15} aria-hidden />}
          >
            {count > 0 ? t('filter.count', { count }) : t('filter.button')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('filter.button')}>
          <Stack gap="sm">
            {(Object.keys(choices) as (keyof typeof choices)[]).map((name) => (
              <MultiSelect
                key={name}
                size="xs"
                label={t(`by.${name}`)}
                data={data(name)}
                value={question.filters[name] ?? []}
                searchable
                clearable
                hidePickedOptions
                maxDropdownHeight={220}
                nothingFoundMessage={t('filter.nothing')}
                comboboxProps={{ withinPortal: false }}
                onChange={(values) => question.setFilter(name as FilterName, values)}
              />
            ))}
            <TagsInput
              size="xs"
              label={t('by.source')}
              placeholder={question.filters.source ? '' : t('filter.sourceHelp')}
              splitChars={[]}
              value={question.filters.source ?? []}
              onChange={(values) => question.setFilter('source', values)}
            />
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {count > 0 && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={question.clearFilters}>
          {t('filter.clear')}
        </Button>
      )}
    </>
  );
}

/** The period and the filters of all figures on the screen. */
export function QuestionBar({ question }: { question: Question }) {
  return (
    <>
      <PeriodPicker question={question} />
      <Filters question={question} />
    </>
  );
}
