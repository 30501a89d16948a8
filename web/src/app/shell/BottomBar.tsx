import { Menu } from '@mantine/core';
import { IconDots, IconPlus, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CommandMenuItem } from '@/commands/CommandButton';
import { useAvailable } from '@/commands/useAvailable';
import { showOverlay } from './overlays';
import classes from './Shell.module.css';
import { useNav } from './useNav';

export function BottomBar() {
  const { t } = useTranslation();
  const { phone } = useNav();
  const creations = useAvailable('create');
  return (
    <nav className={classes.bottombar} aria-label={t('rail.label')}>
      {phone.map((item) => (
        <Link
          key={item.id}
          to={item.to}
          className={classes.tab}
          activeOptions={{ exact: item.to === '/' || item.to === '/forecast' }}
        >
          <item.icon size={22} stroke={1.7} aria-hidden />
          {t(item.label)}
        </Link>
      ))}
      <button type="button" className={classes.tab} onClick={() => showOverlay('palette')}>
        <IconSearch size={22} stroke={1.7} aria-hidden />
        {t('search')}
      </button>
      {creations.length > 0 && (
        <Menu position="top" width={250}>
          <Menu.Target>
            <button type="button" className={classes.tab}>
              <IconPlus size={22} stroke={1.7} aria-hidden />
              {t('add')}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {creations.map((each) => (
              <CommandMenuItem key={each.id} id={each.id} />
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <button type="button" className={classes.tab} onClick={() => showOverlay('more')}>
        <IconDots size={22} stroke={1.7} aria-hidden />
        {t('more')}
      </button>
    </nav>
  );
}
