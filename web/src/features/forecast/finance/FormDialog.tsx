import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api';
import { useErrorText } from '@/ui';

interface FormDialogProps {
  title: string;
  act: string;
  disabled?: boolean;
  onSave: () => Promise<unknown>;
  onClose: () => void;
  onErrors?: (errors: Record<string, string>) => void;
  children: ReactNode;
}

/** Closes when saved, keeps what was typed when refused. */
export function FormDialog({ title, act, disabled, onSave, onClose, onErrors, children }: FormDialogProps) {
  const { t } = useTranslation('forecast');
  const words = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const save = async () => {
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
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('finance.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="md">
          {children}
          {error !== null && (
            <Alert color="red" role="alert" title={words(error).title}>
              {words(error).detail}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('finance.cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={disabled ?? false}>
              {act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
