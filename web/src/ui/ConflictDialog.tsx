import { Button, Group, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ConflictDialog.module.css';
import { Modal } from './Modal';

interface ConflictDialogProps {
  /** The field or record both changed. */
  label: string;
  mine: ReactNode;
  /** Their value, where it is known. */
  theirs?: ReactNode;
  onMine: () => void;
  onTheirs: () => void;
}

/** Somebody saved first: shows both, and lets the person decide. Nothing is lost silently. */
export function ConflictDialog({ label, mine, theirs, onMine, onTheirs }: ConflictDialogProps) {
  const { t } = useTranslation('ui');
  return (
    <Modal opened onClose={onTheirs} withCloseButton={false} title={t('conflict.title', { field: label })}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('conflict.lead')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} mb="md">
        <div className={classes.side}>
          <Text size="xs" fw={600} c="dimmed">
            {t('conflict.theirs')}
          </Text>
          {theirs ?? t('conflict.unknown')}
        </div>
        <div className={classes.side}>
          <Text size="xs" fw={600} c="dimmed">
            {t('conflict.mine')}
          </Text>
          {mine}
        </div>
      </SimpleGrid>
      <Group justify="flex-end">
        <Button variant="default" onClick={onTheirs} data-autofocus>
          {t('conflict.takeTheirs')}
        </Button>
        <Button onClick={onMine}>{t('conflict.keepMine')}</Button>
      </Group>
    </Modal>
  );
}
