import { Divider, Popover, SegmentedControl, Text } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandRow } from '@/commands/CommandButton';
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
  const [opened, setOpened] = useState(false);
  if (!me) return null;
  const close = () => setOpened(false);
  return (
    <Popover position="bottom-end" width={272} trapFocus returnFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <button type="button" className={classes.person} onClick={() => setOpened((now) => !now)}>
          <span className="n-visually-hidden">{t('userMenu', { name: me.user.name })}</span>
          <PersonAvatar name={me.user.name} size={30} named={false} />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.personMenu} aria-label={t('userMenu', { name: me.user.name })}>
        <div className={classes.personHead}>
          <Text fw={600} truncate>
            {me.user.name}
          </Text>
          <Text size="sm" c="dimmed" truncate mb={10}>
            {t(`role.${me.user.role}`)} · {me.user.email}
          </Text>
          <Preferences />
        </div>
        <Divider mx={-6} mb={6} />
        <CommandRow id="app.settings" onRun={close} />
        <CommandRow id="app.shortcuts" onRun={close} />
        <Divider mx={-6} my={6} />
        <CommandRow id="app.sign-out" onRun={close} />
      </Popover.Dropdown>
    </Popover>
  );
}
