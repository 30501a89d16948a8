import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { apiUrl } from '@/api';
import { useSession } from '@/app/session';
import type { Filters } from '../model/filters';
import { type Kind, pathOf } from '../types';

interface ExportMenuProps {
  kind: Kind;
  filters: Filters;
  sort: string;
}

/** The list as a file: the same filters, the same order. */
export function ExportMenu({ kind, filters, sort }: ExportMenuProps) {
  const { t } = useTranslation('directory');
  const { can } = useSession();
  if (!can('export')) return null;
  const href = (type: string) => apiUrl(`/exports${pathOf(kind)}.${type}`, { ...filters, sort });
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
