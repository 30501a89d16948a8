import { Alert, Button, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api';
import { type AppLanguage, setLanguage } from '@/app/i18n';
import type { Language } from '@/app/session';
import { useErrorText } from '@/ui';
import { AuthFrame } from './AuthFrame';
import { setUp, setupQuery, useEnter } from './api';
import { currencyChoices, ownZone, zoneChoices } from './choices';
import { NewPasswordField, PASSWORD_MIN } from './PasswordField';

export function SetupPage() {
  const { t, i18n } = useTranslation('identity');
  const { token } = useSearch({ strict: false }) as { token?: string };
  const setup = useQuery(setupQuery(token));
  const [failure, setFailure] = useState('');
  const words = useErrorText();
  const enter = useEnter();
  const form = useForm({
    initialValues: {
      workspaceName: '',
      name: '',
      email: '',
      password: '',
      language: i18n.language,
      currency: i18n.language === 'pl' ? 'PLN' : 'EUR',
      zone: ownZone(),
    },
    validate: {
      workspaceName: (value) => (value.trim() ? null : t('field.workspaceMissing')),
      name: (value) => (value.trim() ? null : t('field.nameMissing')),
      email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t('field.emailWrong')),
      password: (value) =>
        value.length < PASSWORD_MIN ? t('field.passwordShort', { count: PASSWORD_MIN }) : null,
    },
  });

  const submit = form.onSubmit(async (values) => {
    setFailure('');
    try {
      await enter(await setUp({ ...values, language: values.language as Language, token: token ?? '' }));
    } catch (error) {
      if (error instanceof ApiError && error.errors.length > 0) form.setErrors(error.fieldErrors());
      const text = words(error);
      setFailure(text.detail || text.title);
    }
  });

  if (setup.data && !setup.data.needed) {
    return (
      <AuthFrame title={t('setup.done.title')} lead={t('setup.done.lead')}>
        <Button component={Link} to="/sign-in">
          {t('signIn.act')}
        </Button>
      </AuthFrame>
    );
  }
  if (!token || setup.data?.tokenValid === false)
    return <AuthFrame title={t('signIn.notReady.title')} lead={t('signIn.notReady.lead')} />;
  return (
    <AuthFrame title={t('setup.title')} lead={t('setup.lead')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {failure && (
            <Alert color="red" role="alert">
              {failure}
            </Alert>
          )}
          <TextInput
            label={t('field.workspace')}
            description={t('field.workspaceHelp')}
            autoFocus
            autoComplete="organization"
            {...form.getInputProps('workspaceName')}
          />
          <TextInput label={t('field.name')} autoComplete="name" {...form.getInputProps('name')} />
          <TextInput
            label={t('field.email')}
            type="email"
            autoComplete="username"
            {...form.getInputProps('email')}
          />
          <NewPasswordField {...form.getInputProps('password')} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Select
              label={t('app:language')}
              allowDeselect={false}
              data={[
                { value: 'pl', label: 'Polski' },
                { value: 'en', label: 'English' },
              ]}
              {...form.getInputProps('language')}
              onChange={(value) => {
                if (!value) return;
                form.setFieldValue('language', value);
                void setLanguage(value as AppLanguage);
              }}
            />
            <Select
              label={t('field.currency')}
              allowDeselect={false}
              searchable
              data={currencyChoices(i18n.language)}
              {...form.getInputProps('currency')}
            />
          </SimpleGrid>
          <Select
            label={t('field.zone')}
            description={t('field.zoneHelp')}
            allowDeselect={false}
            searchable
            limit={60}
            data={zoneChoices()}
            {...form.getInputProps('zone')}
          />
          <Button type="submit" size="md" loading={form.submitting}>
            {t('setup.act')}
          </Button>
        </Stack>
      </form>
    </AuthFrame>
  );
}
