import { Button, PasswordInput, SimpleGrid } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError, isApiError } from '@/api';
import { useMe } from '@/app/session';
import { notifyDone, notifyError, Panel } from '@/ui';
import { NewPasswordField, PASSWORD_MIN } from '../PasswordField';
import { account, sessionsQuery } from './account';

export function PasswordPanel() {
  const { t } = useTranslation('identity');
  const { user } = useMe();
  const client = useQueryClient();
  const form = useForm({
    initialValues: { current: '', new: '' },
    validate: {
      current: (value) => (value ? null : t('field.passwordMissing')),
      new: (value) =>
        value.length < PASSWORD_MIN ? t('field.passwordShort', { count: PASSWORD_MIN }) : null,
    },
  });
  const submit = form.onSubmit(async (values) => {
    try {
      await account.changePassword(values.current, values.new);
      form.reset();
      notifyDone(t('security.password.done'));
      await client.invalidateQueries(sessionsQuery);
    } catch (error) {
      if (isApiError(error, 'identity.password-wrong')) form.setFieldError('current', error.title);
      else if (error instanceof ApiError && error.errors.length > 0) form.setErrors(error.fieldErrors());
      else notifyError(error);
    }
  });
  return (
    <Panel title={t('security.password.title')} lead={t('security.password.lead')}>
      <form onSubmit={submit} noValidate>
        <input type="hidden" autoComplete="username" value={user.email ?? ''} readOnly />
        <SimpleGrid cols={{ base: 1, sm: 2 }} mb="md">
          <PasswordInput
            label={t('security.password.current')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword') }}
            {...form.getInputProps('current')}
          />
          <NewPasswordField
            label={t('security.password.new')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.getInputProps('new')}
          />
        </SimpleGrid>
        <Button type="submit" variant="default" loading={form.submitting}>
          {t('security.password.act')}
        </Button>
      </form>
    </Panel>
  );
}
