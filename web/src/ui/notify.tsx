import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import i18n from 'i18next';
import { ApiError, api } from '@/api';
import { ariaKeys } from '@/commands/keys';
import { Kbds } from './Hint';

const UNDO_MS = 8000;

const closeLabel = () => ({ 'aria-label': i18n.t('ui:close') });

/** It is done; nothing more to say about it. */
export function notifyDone(message: string): void {
  notifications.show({
    message,
    color: 'green',
    icon: <IconCheck size={16} />,
    autoClose: 3500,
    closeButtonProps: closeLabel(),
  });
}

/** The last offer to take something back, for as long as it is shown. */
let latest: { id: string; takeBack: () => void } | null = null;

export function canUndo(): boolean {
  return latest !== null;
}

export function undoLatest(): void {
  latest?.takeBack();
}

/**
 * It is done, and can be taken back for a while: by the server's undo token, or by a function. Failing to take
 * it back is shown.
 */
export function notifyUndo(
  message: string,
  undo: string | (() => void | Promise<void>),
  after?: () => void,
): void {
  const id = `undo-${Date.now()}-${Math.random()}`;
  const forget = () => {
    if (latest?.id === id) latest = null;
  };
  const takeBack = async () => {
    forget();
    notifications.hide(id);
    try {
      if (typeof undo === 'string') await api.post(`/undo/${undo}`);
      else await undo();
      after?.();
      notifyDone(i18n.t('ui:undone'));
    } catch (error) {
      notifyError(error);
    }
  };
  latest = { id, takeBack: () => void takeBack() };
  notifications.show({
    id,
    autoClose: UNDO_MS,
    onClose: forget,
    closeButtonProps: closeLabel(),
    color: 'green',
    icon: <IconCheck size={16} />,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <span>{message}</span>
        <Button
          flex="none"
          size="compact-sm"
          variant="light"
          onClick={takeBack}
          aria-keyshortcuts={ariaKeys('mod+z')}
          rightSection={<Kbds shortcut="mod+z" />}
        >
          {i18n.t('ui:undo')}
        </Button>
      </Group>
    ),
  });
}

/** It failed: what happened and what to do, in the server's words where it sent some. */
export function notifyError(error: unknown): void {
  const known = error instanceof ApiError;
  const offline = known && error.status === 0;
  const title = offline
    ? i18n.t('ui:error.network.title')
    : (known && error.title) || i18n.t('ui:error.unknown.title');
  const detail = offline
    ? i18n.t('ui:error.network.detail')
    : (known && (error.detail ?? '')) || (known && error.title ? '' : i18n.t('ui:error.unknown.detail'));
  notifications.show({
    title,
    message: detail,
    color: 'red',
    icon: <IconAlertTriangle size={16} />,
    autoClose: 9000,
    closeButtonProps: closeLabel(),
    role: 'alert',
  });
}
