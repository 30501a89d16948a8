import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useSession } from '@/app/session';
import { commands, currentSelection } from './registry';
import type { CommandContext } from './types';

/** A function that reads the context at the moment it is called, so that it never goes stale. */
export function useCommandContext(): () => CommandContext {
  const navigate = useNavigate();
  const session = useSession();
  return useCallback(
    () => ({
      path: window.location.pathname,
      selection: currentSelection(),
      can: session.can,
      navigate: (to: string) => void navigate({ to }),
    }),
    [navigate, session],
  );
}

/** Runs a command by its id, if there is one and it applies now. */
export function useRunCommand(): (id: string) => void {
  const context = useCommandContext();
  return useCallback(
    (id) => {
      const command = commands.byId(id);
      const now = context();
      if (command && (command.when?.(now) ?? true)) void command.run(now);
    },
    [context],
  );
}
