import { Alert, Button, Group, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbds, Modal, useErrorText } from '@/ui';
import { type Lacks, mayBeSent } from '@/ui/lacks';
import classes from './Dialogs.module.css';
import { ask } from './dialogs';

interface DialogFrameProps {
  title: string;
  act: string;
  danger?: boolean;
  /** What the form still needs; asked for where it is missing when somebody tries to send it. */
  lacks?: Lacks;
  /** It cannot be sent from here at all. */
  disabled?: boolean;
  /** Answers false to keep the dialog open; what it throws is shown in it. */
  onAct: () => Promise<unknown>;
  children: ReactNode;
}

/** Every question about deals: a form, its deed named on the button, Ctrl+Enter from anywhere in it. */
export function DialogFrame({ title, act, danger, lacks, disabled, onAct, children }: DialogFrameProps) {
  const { t } = useTranslation('pipeline');
  const words = useErrorText();
  const phone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const form = useRef<HTMLFormElement>(null);
  const run = async () => {
    if (busy || disabled || !mayBeSent(lacks, form.current)) return;
    setBusy(true);
    setError(null);
    try {
      if ((await onAct()) !== false) return;
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  const text = error === null ? null : words(error);
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('close') }}
      opened
      onClose={() => ask(null)}
      title={title}
      fullScreen={phone ?? false}
    >
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void run();
        }}
      >
        <Stack gap="md" className={classes.form} data-phone={phone || undefined}>
          {children}
          {text && (
            <Alert color="red" role="alert" title={text.title}>
              {text.detail}
            </Alert>
          )}
          <Group justify="flex-end" gap="sm" grow={phone ?? false} className={classes.acts}>
            <Button variant="default" size={phone ? 'md' : 'sm'} onClick={() => ask(null)}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              size={phone ? 'md' : 'sm'}
              loading={busy}
              disabled={disabled ?? false}
              rightSection={phone ? null : <Kbds shortcut="mod+enter" />}
              {...(danger && { color: 'red' })}
            >
              {act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
