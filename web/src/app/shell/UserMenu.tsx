import { Menu, SegmentedControl, Text } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandMenuItem } from '@/commands/CommandButton';
import { notifyError } from '@/ui/notify';
import { PersonAvatar } from '@/ui/Values';
import { type Language, type Theme, useChangeProfile, useSession } from '../session';
import classes from './Shell.module.css';

function choice(icon: ReactNode, label: string) {
  return (
    <span style={{ display: 'grid', placeItems: 'center' }} title={label}>
      {icon}
      <span className="n-visually-hidden">{label}</span>
    </span>
  );
}

/** Language and theme, saved with the person's profile. */
export function Preferences() {
  const { t } = useTranslation();
  const { me } = useSession();
  const change = useChangeProfile();
  const save = (what: { language?: Language; theme?: Theme }) => change(what).catch(notifyError);
  if (!me) return null;
  return (
    <>
      <SegmentedControl
        fullWidth
        size="xs"
        mb={6}
        aria-label={t('language')}
        value={me.user.language}
        onChange={(language) => save({ language: language as Language })}
        data={[
          { value: 'pl', label: 'Polski' },
          { value: 'en', label: 'English' },
        ]}
      />
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('theme.label')}
        value={me.user.theme}
        onChange={(theme) => save({ theme: theme as Theme })}
        data={[
          { value: 'light', label: choice(<IconSun size={16} aria-hidden />, t('theme.light')) },
          { value: 'dark', label: choice(<IconMoon size={16} aria-hidden />, t('theme.dark')) },
          { value: 'auto', label: choice(<IconDeviceDesktop size={16} aria-hidden />, t('theme.auto')) },
        ]}
      />
    </>
  );
}

export function UserMenu() {
  const { t } = useTranslation();
  const { me } = useSession();
  if (!me) return null;
  return (
    <Menu position="bottom-end" width={264}>
      <Menu.Target>
        <button type="button" className={classes.person} aria-label={t('userMenu', { name: me.user.name })}>
          <PersonAvatar name={me.user.name} size={30} named={false} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div style={{ padding: '8px 12px 10px' }}>
          <Text fw={600} truncate>
            {me.user.name}
          </Text>
          <Text size="sm" c="dimmed" truncate mb={10}>
            {t(`role.${me.user.role}`)} · {me.user.email}
          </Text>
          <Preferences />
        </div>
        <Menu.Divider />
        <CommandMenuItem id="app.settings" />
        <CommandMenuItem id="app.shortcuts" />
        <Menu.Divider />
        <CommandMenuItem id="app.sign-out" />
      </Menu.Dropdown>
    </Menu>
  );
}
