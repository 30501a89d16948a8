import { useMantineColorScheme } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holdLive } from '@/api/live';
import { useCommandContext } from '@/commands/context';
import { useCommands } from '@/commands/registry';
import { useCommandKeys } from '@/commands/useCommandKeys';
import { shellParts } from '../feature';
import { setLanguage } from '../i18n';
import { useSession } from '../session';
import { BottomBar } from './BottomBar';
import { endEarlyLive } from './earlyLive';
import { MoreDrawer } from './MoreDrawer';
import { useOverlay } from './overlays';
import { Rail } from './Rail';
import classes from './Shell.module.css';
import { TopBar } from './TopBar';
import { useShellCommands } from './useShellCommands';

const Palette = lazy(() => import('@/commands/Palette'));
const ShortcutHelp = lazy(() => import('@/commands/ShortcutHelp'));

/** Read when the shell is first drawn: every feature has registered its parts by then. */
function useShellParts() {
  const [parts] = useState(() => shellParts().map((load) => lazy(load)));
  return parts;
}

/** The person's own language and theme win over what this device remembered. */
function useOwnSettings() {
  const { me } = useSession();
  const { setColorScheme } = useMantineColorScheme();
  const language = me?.user.language;
  const wished = me?.user.theme;
  useEffect(() => {
    if (language) void setLanguage(language);
  }, [language]);
  useEffect(() => {
    if (wished) setColorScheme(wished);
  }, [wished, setColorScheme]);
}

export function Shell() {
  const { t } = useTranslation();
  const [narrow, setNarrow] = useLocalStorage({ key: 'nurt.rail-narrow', defaultValue: false });
  const phone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false });
  const context = useCommandContext();
  const overlay = useOverlay();
  const parts = useShellParts();
  useOwnSettings();
  useEffect(() => {
    const release = holdLive();
    endEarlyLive();
    return release;
  }, []);
  useCommands(useShellCommands(() => setNarrow((now) => !now)));
  useCommandKeys(context);
  return (
    <div className={classes.shell} data-narrow={narrow || undefined} data-phone={phone || undefined}>
      <a className={classes.skip} href="#main">
        {t('skip')}
      </a>
      {!phone && <Rail narrow={narrow} />}
      <div className={classes.stage}>
        <TopBar phone={phone} />
        <main id="main" className={classes.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      {phone && <BottomBar />}
      <MoreDrawer />
      {parts.map((Part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <Suspense key={index} fallback={null}>
          <Part />
        </Suspense>
      ))}
      <Suspense fallback={null}>
        {overlay === 'palette' && <Palette />}
        {overlay === 'shortcuts' && <ShortcutHelp />}
      </Suspense>
    </div>
  );
}
