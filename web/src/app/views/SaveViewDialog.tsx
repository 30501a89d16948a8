import { Button, Group, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { Modal, useErrorText } from '@/ui';

interface SaveViewDialogProps {
  title: string;
  nameExample: string;
  name?: string;
  shared?: boolean;
  onSave: (name: string, shared: boolean) => Promise<unknown>;
  onClose: () => void;
}

export default function SaveViewDialog({
  title,
  nameExample,
  onSave,
  onClose,
  ...first
}: SaveViewDialogProps) {
  const { t } = useTranslation('views');
  const { can } = useSession();
  const words = useErrorText();
  const [name, setName] = useState(first.name ?? '');
  const [shared, setShared] = useState(first.shared ?? false);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (name.trim() === '') return setError(t('nameNeeded'));
    setBusy(true);
    try {
      await onSave(name.trim(), shared);
      onClose();
    } catch (failure) {
      const text = words(failure);
      setError(text.detail || text.title);
      setBusy(false);
    }
  };
  return (
    <Modal closeButtonProps={{ 'aria-label': t('ui:close') }} opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="md">
          <TextInput
            data-autofocus
            label={t('name')}
            placeholder={nameExample}
            value={name}
            error={error}
            maxLength={100}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {can('share-views') && (
            <Switch
              label={t('share')}
              description={t('shareHelp')}
              checked={shared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
