import { Alert, Button, Group, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api';
import { type Lacks, mayBeSent } from './lacks';
import { Modal } from './Modal';
import { useErrorText } from './States';

interface FormDialogProps {
  title: string;
  act: string;
  danger?: boolean;
  /** What the form still needs; asked for where it is missing when somebody tries to send it. */
  lacks?: Lacks;
  size?: 'md' | 'lg';
  /** Long forms have a phone's whole screen. */
  wholePhone?: boolean;
  onSave: () => Promise<unknown>;
  onClose: () => void;
  /** What the server said of single fields. */
  onErrors?: (errors: Record<string, string>) => void;
  children: ReactNode;
}

/** A small form in a dialog: closes when saved, keeps what was typed when refused. */
export function FormDialog({
  title,
  act,
  danger,
  lacks,
  size = 'md',
  wholePhone = false,
  onSave,
  onClose,
  onErrors,
  children,
}: FormDialogProps) {
  const { t } = useTranslation('ui');
  const phone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const words = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const form = useRef<HTMLFormElement>(null);
  const save = async () => {
    // Ctrl+Enter and the browser's own Enter may both arrive.
    if (busy || !mayBeSent(lacks, form.current)) return;
    setBusy(true);
    setError(null);
    try {
      await onSave();
      onClose();
    } catch (failure) {
      setError(failure);
      if (failure instanceof ApiError) onErrors?.(failure.fieldErrors());
      setBusy(false);
    }
  };
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('close') }}
      opened
      onClose={onClose}
      title={title}
      size={size}
      fullScreen={wholePhone && (phone ?? false)}
    >
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        }}
      >
        <Stack gap="md">
          {children}
          {error !== null && (
            <Alert color="red" role="alert" title={words(error).title}>
              {words(error).detail}
            </Alert>
          )}
          <Group justify="flex-end" grow={wholePhone && (phone ?? false)}>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={busy} {...(danger && { color: 'red' })}>
              {act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
