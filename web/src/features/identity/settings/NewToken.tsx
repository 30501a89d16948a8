import { Alert, Button, Code, CopyButton, Group, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api';
import { notifyError, Panel } from '@/ui';
import { DateField } from '@/ui/dates';
import { account, type Scope } from './account';
import classes from './Rows.module.css';

const USUAL_DAYS = 90;

interface NewTokenProps {
  onClose: () => void;
  onCreated: () => void;
}

export function NewToken({ onClose, onCreated }: NewTokenProps) {
  const { t } = useTranslation('identity');
  const [secret, setSecret] = useState<string | null>(null);
  const form = useForm({
    initialValues: {
      name: '',
      scope: 'read' as Scope,
      expiresOn: dayjs().add(USUAL_DAYS, 'day').format('YYYY-MM-DD'),
    },
    validate: { name: (value) => (value.trim() ? null : t('tokens.nameMissing')) },
  });
  const submit = form.onSubmit(async ({ name, scope, expiresOn }) => {
    try {
      const days = Math.max(1, dayjs(expiresOn).diff(dayjs().startOf('day'), 'day'));
      const created = await account.createToken({ name: name.trim(), scopes: [scope], days });
      setSecret(created.token);
      onCreated();
    } catch (error) {
      if (error instanceof ApiError && error.errors.length > 0) form.setErrors(error.fieldErrors());
      else notifyError(error);
    }
  });

  if (secret !== null) {
    return (
      <Panel title={t('tokens.new')}>
        <Alert color="river">{t('tokens.created')}</Alert>
        <div className={classes.secret}>
          <Code>{secret}</Code>
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button onClick={copy}>{t(copied ? 'security.two.copied' : 'tokens.copy')}</Button>
            )}
          </CopyButton>
        </div>
        <Button variant="default" mt="sm" onClick={onClose}>
          {t('ui:close')}
        </Button>
      </Panel>
    );
  }
  return (
    <Panel title={t('tokens.new')}>
      <form onSubmit={submit} noValidate>
        <SimpleGrid cols={{ base: 1, sm: 3 }} mb="md">
          <TextInput
            label={t('tokens.name')}
            placeholder={t('tokens.namePlaceholder')}
            autoFocus
            {...form.getInputProps('name')}
          />
          <Select
            label={t('tokens.access')}
            allowDeselect={false}
            data={(['read', 'write', 'admin'] as const).map((value) => ({
              value,
              label: t(`tokens.scope.${value}`),
            }))}
            {...form.getInputProps('scope')}
          />
          <DateField
            label={t('tokens.expires')}
            clearable={false}
            minDate={dayjs().add(1, 'day').format('YYYY-MM-DD')}
            {...form.getInputProps('expiresOn')}
          />
        </SimpleGrid>
        <Group gap="sm">
          <Button type="submit" loading={form.submitting}>
            {t('tokens.create')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
        </Group>
      </form>
    </Panel>
  );
}
