import { Alert, Button, CopyButton, Group, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Invited } from './people';

/** The link for somebody: shown once, to be sent by whatever way the team talks. */
export function LinkShown({ invited, onClose }: { invited: Invited; onClose: () => void }) {
  const { t } = useTranslation('identity');
  const reset = invited.user.status === 'active';
  return (
    <>
      <Alert color="river" mb="md">
        {t(reset ? 'people.link.reset' : 'people.link.invited', { name: invited.user.name })}
      </Alert>
      <Group gap="sm" align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          readOnly
          label={t('people.link.label')}
          value={invited.link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={invited.link}>
          {({ copied, copy }) => (
            <Button
              data-autofocus
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              onClick={copy}
            >
              {t(copied ? 'people.link.copied' : 'people.link.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('ui:close')}
        </Button>
      </Group>
    </>
  );
}
