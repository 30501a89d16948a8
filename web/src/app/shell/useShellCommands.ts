import {
  IconArrowBackUp,
  IconKeyboard,
  IconLayoutSidebar,
  IconLogout,
  IconMoon,
  IconSearch,
  IconSettings,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api } from '@/api';
import type { Command } from '@/commands/types';
import { canUndo, notifyError, undoLatest } from '@/ui/notify';
import { settingsSections } from '../feature';
import { setMe, type Theme, useChangeProfile, useSession } from '../session';
import { showOverlay } from './overlays';
import { useNav } from './useNav';

const NEXT_THEME: Record<Theme, Theme> = { light: 'dark', dark: 'auto', auto: 'light' };

/** Commands of the shell itself: go-to for every destination, palette, help, theme, signing out. */
export function useShellCommands(toggleRail: () => void): Command[] {
  const client = useQueryClient();
  const router = useRouter();
  const { me, can } = useSession();
  const change = useChangeProfile();
  const { main, foot } = useNav();

  const signOut = async () => {
    try {
      await api.delete('/session');
    } catch (error) {
      notifyError(error);
      return;
    }
    client.clear();
    setMe(client, null);
    await router.navigate({ to: '/sign-in' });
  };

  const goTo: Command[] = [...main, ...foot]
    .filter((item) => item.id !== 'settings')
    .map((item) => ({
      id: `go.${item.id}`,
      label: item.label,
      icon: item.icon,
      group: 'go',
      ...(item.goKey && { shortcut: `g ${item.goKey}` }),
      run: (context) => context.navigate(item.to),
    }));
  const sections: Command[] = settingsSections()
    .filter((section) => section.when?.(can) ?? true)
    .map((section) => ({
      id: `go.settings.${section.id}`,
      label: section.label,
      icon: section.icon,
      group: 'go',
      keywords: 'settings ustawienia',
      run: (context) => context.navigate(`/settings/${section.id}`),
    }));

  return [
    ...goTo,
    {
      id: 'app.settings',
      label: 'app:settings.title',
      icon: IconSettings,
      group: 'go',
      shortcut: 'g ,',
      run: (context) => context.navigate('/settings'),
    },
    ...sections,
    {
      id: 'app.palette',
      label: 'app:commands.palette',
      icon: IconSearch,
      group: 'view',
      shortcut: ['mod+k', '/'],
      inFields: true,
      inPalette: false,
      run: () => showOverlay('palette'),
    },
    {
      id: 'app.undo',
      label: 'app:commands.undo',
      icon: IconArrowBackUp,
      group: 'view',
      shortcut: 'mod+z',
      keywords: 'undo cofnij',
      when: canUndo,
      run: undoLatest,
    },
    {
      id: 'app.shortcuts',
      label: 'app:commands.shortcuts',
      icon: IconKeyboard,
      group: 'view',
      shortcut: '?',
      run: () => showOverlay('shortcuts'),
    },
    {
      id: 'app.toggle-rail',
      label: 'app:commands.toggleRail',
      icon: IconLayoutSidebar,
      group: 'view',
      shortcut: '[',
      run: toggleRail,
    },
    {
      id: 'app.theme',
      label: 'app:commands.theme',
      icon: IconMoon,
      group: 'view',
      keywords: 'dark light ciemny jasny motyw',
      run: () => change({ theme: NEXT_THEME[me?.user.theme ?? 'auto'] }).catch(notifyError),
    },
    {
      id: 'app.language',
      label: me?.user.language === 'pl' ? 'app:commands.toEnglish' : 'app:commands.toPolish',
      group: 'account',
      keywords: 'language język',
      run: () => change({ language: me?.user.language === 'pl' ? 'en' : 'pl' }).catch(notifyError),
    },
    { id: 'app.sign-out', label: 'app:commands.signOut', icon: IconLogout, group: 'account', run: signOut },
  ];
}
