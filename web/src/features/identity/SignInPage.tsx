import { Alert, Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '@/api';
import { useErrorText } from '@/ui';
import { AuthFrame } from './AuthFrame';
import { setupQuery, signIn, useEnter } from './api';

export function SignInPage() {
  const { t } = useTranslation('identity');
  const { next } = useSearch({ strict: false }) as { next?: string };
  const [step, setStep] = useState<'password' | 'code' | 'recovery'>('password');
  const [failure, setFailure] = useState('');
  const setup = useQuery(setupQuery());
  const words = useErrorText();
  const enter = useEnter();
  const form = useForm({
    initialValues: { email: '', password: '', code: '' },
    validate: {
      email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t('field.emailWrong')),
      password: (value) => (value ? null : t('field.passwordMissing')),
      code: (value) => (step === 'password' || value.trim() ? null : t('field.codeMissing')),
    },
  });

  const submit = form.onSubmit(async ({ email, password, code }) => {
    setFailure('');
    try {
      const me = await signIn({
        email: email.trim(),
        password,
        ...(step !== 'password' && { code: code.replaceAll(' ', '') }),
      });
      await enter(me, next);
    } catch (error) {
      if (isApiError(error, 'identity.second-factor-required')) {
        setStep('code');
        return;
      }
      const text = words(error);
      const known = isApiError(error, 'identity.sign-in-failed');
      setFailure(known && step === 'password' ? t('signIn.failed') : text.detail || text.title);
      if (step !== 'password') form.setFieldValue('code', '');
    }
  });

  if (setup.data?.needed) {
    return <AuthFrame title={t('signIn.notReady.title')} lead={t('signIn.notReady.lead')} />;
  }
  const recovery = step === 'recovery';
  return (
    <AuthFrame
      title={step === 'password' ? t('signIn.title') : t('signIn.second.title')}
      lead={
        step === 'password' ? undefined : t(recovery ? 'signIn.second.leadRecovery' : 'signIn.second.lead')
      }
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          {failure && (
            <Alert color="red" role="alert">
              {failure}
            </Alert>
          )}
          {step === 'password' ? (
            <>
              <TextInput
                label={t('field.email')}
                type="email"
                autoComplete="username"
                autoFocus
                key="email"
                {...form.getInputProps('email')}
              />
              <PasswordInput
                label={t('field.password')}
                autoComplete="current-password"
                visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword') }}
                {...form.getInputProps('password')}
              />
            </>
          ) : (
            <TextInput
              key={step}
              label={t(recovery ? 'field.recoveryCode' : 'field.code')}
              autoComplete="one-time-code"
              autoFocus
              {...(!recovery && { inputMode: 'numeric', maxLength: 7 })}
              {...form.getInputProps('code')}
            />
          )}
          <Button type="submit" size="md" loading={form.submitting}>
            {t('signIn.act')}
          </Button>
          {step !== 'password' && (
            <Anchor component="button" type="button" onClick={() => setStep(recovery ? 'code' : 'recovery')}>
              {t(recovery ? 'signIn.second.useApp' : 'signIn.second.useRecovery')}
            </Anchor>
          )}
        </Stack>
      </form>
    </AuthFrame>
  );
}
