import { Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NoPermission } from '@/ui';
import { settingsSections } from '../feature';
import { useSession } from '../session';
import classes from './Settings.module.css';

const GROUPS = ['personal', 'workspace', 'process', 'data'] as const;

/** The sections a person may open, by group. */
export function useSettingsGroups() {
  const { can } = useSession();
  const mine = settingsSections().filter((each) => each.when?.(can) ?? true);
  return GROUPS.map((group) => ({ group, sections: mine.filter((each) => each.group === group) })).filter(
    (each) => each.sections.length > 0,
  );
}

export function SettingsLayout() {
  const { t } = useTranslation();
  const groups = useSettingsGroups();
  const { pathname } = useLocation();
  const at = pathname.replace(/\/$/, '').slice('/settings/'.length);
  const inside = at !== '';
  // An address may be typed, or come from somebody who may do more.
  const barred =
    settingsSections().some(({ id }) => id === at) &&
    !groups.some(({ sections }) => sections.some(({ id }) => id === at));
  return (
    <div className={classes.layout}>
      <nav className={classes.nav} aria-label={t('settings.nav')}>
        {groups.map(({ group, sections }) => (
          <div key={group}>
            <Text size="xs" fw={600} c="dimmed" className={classes.group}>
              {t(`settings.group.${group}`)}
            </Text>
            {sections.map((section) => (
              <Link key={section.id} to={`/settings/${section.id}`} className={classes.link}>
                <section.icon size={17} stroke={1.7} aria-hidden />
                {t(section.label)}
              </Link>
            ))}
          </div>
        ))}
      </nav>
      <div className={classes.page}>
        {inside && (
          <Link to="/settings" className={classes.back}>
            <IconArrowLeft size={17} aria-hidden />
            {t('settings.title')}
          </Link>
        )}
        {barred ? <NoPermission /> : <Outlet />}
      </div>
    </div>
  );
}
