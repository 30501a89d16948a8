import { Button, Menu, Popover } from '@mantine/core';
import { IconDownload, IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { apiUrl } from '@/api';
import { useSession } from '@/app/session';
import { useFormat } from '@/ui';
import { DateField } from '@/ui/dates';
import { todayIn } from '../filters/periods';
import { type Filters, setFilter } from '../model/filters';

/** The list as a file, with the filters and columns shown. */
export function ExportMenu({ filters, columns }: { filters: Filters; columns: readonly string[] }) {
  const { t } = useTranslation('pipeline');
  const { can } = useSession();
  if (!can('export')) return null;
  const href = (kind: string) => apiUrl(`/exports/deals.${kind}`, { ...filters, columns: columns.join(',') });
  return (
    <Menu position="bottom-end" width={210}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconDownload size={15} aria-hidden />}>
          {t('list.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={href('csv')} download>
          {t('list.exportCsv')}
        </Menu.Item>
        <Menu.Item component="a" href={href('xlsx')} download>
          {t('list.exportXlsx')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Chooses a past day: the list as it was known then. */
export function AsOf({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const { t } = useTranslation('pipeline');
  const format = useFormat();
  return (
    <Popover position="bottom-end" trapFocus shadow="md">
      <Popover.Target>
        <Button
          size="xs"
          variant={filters.asOf ? 'light' : 'default'}
          leftSection={<IconHistory size={15} aria-hidden />}
        >
          {t('list.asOf')}
        </Button>
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
