import { Popover } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import { DateField } from '@/ui/dates';
import { todayIn } from '../filters/periods';
import { ToolButton } from '../filters/ToolButton';
import { type Filters, setFilter } from '../model/filters';

/** Chooses a past day: the list as it was known then. */
export function AsOf({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const { t } = useTranslation('pipeline');
  const format = useFormat();
  return (
    <Popover position="bottom-end" trapFocus shadow="md">
      <Popover.Target>
        <ToolButton icon={IconHistory} lit={filters.asOf !== undefined} label={t('list.asOf')} />
      </Popover.Target>
      <Popover.Dropdown aria-label={t('list.asOf')}>
        <DateField
          w={230}
          label={t('list.asOfLabel')}
          description={t('list.asOfHelp')}
          maxDate={todayIn(format.zone)}
          value={filters.asOf?.[0]?.slice(0, 10) ?? null}
          onChange={(day) => onChange(setFilter(filters, 'asOf', day ? [day] : []))}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
