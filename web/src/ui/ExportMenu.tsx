import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';

/** A list as a file, as it is shown; `href` answers the address of the file of a kind. */
export function ExportMenu({ href }: { href: (kind: 'csv' | 'xlsx') => string }) {
  const { t } = useTranslation('ui');
  const { can } = useSession();
  if (!can('export')) return null;
  return (
    <Menu position="bottom-end" width={210}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconDownload size={15} aria-hidden />}>
          {t('export.act')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={href('csv')} download>
          {t('export.csv')}
        </Menu.Item>
        <Menu.Item component="a" href={href('xlsx')} download>
          {t('export.xlsx')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
