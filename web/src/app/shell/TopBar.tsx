import { Button, Menu } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CommandMenuItem } from '@/commands/CommandButton';
import { useAvailable } from '@/commands/useAvailable';
import { Kbds } from '@/ui/Hint';
import { Logo } from './Logo';
import { showOverlay } from './overlays';
import classes from './Shell.module.css';
import { UserMenu } from './UserMenu';

function QuickAdd() {
  const { t } = useTranslation();
  const creations = useAvailable('create');
  if (creations.length === 0) return null;
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />}>
          {t('add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {creations.map((each) => (
          <CommandMenuItem key={each.id} id={each.id} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

export function TopBar({ phone }: { phone: boolean }) {
  const { t } = useTranslation();
  return (
    <section className={classes.topbar} aria-label={t('topbar')}>
      {phone ? (
        <span className={classes.phoneBrand}>
          <Logo size={24} /> Nurt
        </span>
      ) : (
        <button type="button" className={classes.search} onClick={() => showOverlay('palette')}>
          <IconSearch size={16} aria-hidden />
          <span>{t('searchOrDo')}</span>
          <Kbds shortcut="mod+k" />
        </button>
      )}
      <div className={classes.right}>
        {!phone && <QuickAdd />}
        <UserMenu />
      </div>
    </section>
  );
}
