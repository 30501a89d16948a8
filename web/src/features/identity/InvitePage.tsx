import { Alert, Button, Skeleton, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api';
import type { Language } from '@/app/session';
import { useErrorText } from '@/ui';
import { AuthFrame } from './AuthFrame';
import { acceptInvitation, type Invitation, invitationQuery, useEnter } from './api';
import { NewPasswordField, PASSWORD_MIN } from './PasswordField';

function AcceptForm({ token, invitation }: { token: string; invitation: Invitation }) {
  const { t, i18n } = useTranslation('identity');
  const [failure, setFailure] = useState('');
  const words = useErrorText();
  const enter = useEnter();
  const [codeAsked, setCodeAsked] = useState(false);
  const form = useForm({
    initialValues: { name: invitation.name ?? '', password: '', code: '' },
    validate: {
      code: (value) => (!codeAsked || value.trim() ? null : t('field.codeMissing')),
      name: (value) => (invitation.reset || value.trim() ? null : t('field.nameMissing')),
      password: (value) =>
        value.length < PASSWORD_MIN ? t('field.passwordShort', { count: PASSWORD_MIN }) : null,
    },
  });
  const submit = form.onSubmit(async (values) => {
    setFailure('');
    try {
      const person = invitation.reset ? {} : { name: values.name, language: i18n.language as Language };
      const code = codeAsked ? { code: values.code.trim() } : {};
      await enter(await acceptInvitation(token, { ...person, ...code, password: values.password }));
    } catch (error) {
      if (!codeAsked && error instanceof ApiError && error.fieldErrors().code) {
        setCodeAsked(true);
        return;
      }
      if (error instanceof ApiError && error.errors.length > 0) form.setErrors(error.fieldErrors());
      const text = words(error);
      setFailure(text.detail || text.title);
    }
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {failure && (
          <Alert color="red" role="alert">
            {failure}
          </Alert>
        )}
        <TextInput label={t('field.email')} value={invitation.email} readOnly autoComplete="username" />
        {!invitation.reset && (
          <TextInput label={t('field.name')} autoComplete="name" autoFocus {...form.getInputProps('name')} />
        )}
        <NewPasswordField {...form.getInputProps('password')} />
        {codeAsked && (
          <TextInput
            label={t('field.code')}
            description={t('invite.codeLead')}
            autoComplete="one-time-code"
            autoFocus
            {...form.getInputProps('code')}
          />
        )}
        <Button type="submit" size="md" loading={form.submitting}>
          {t(invitation.reset ? 'invite.reset.act' : 'invite.act')}
        </Button>
      </Stack>
    </form>
  );
}

export function InvitePage() {
  const { t } = useTranslation('identity');
  const { token = '' } = useSearch({ strict: false }) as { token?: string };
  const invitation = useQuery({ ...invitationQuery(token), enabled: token !== '' });
  if (token === '' || invitation.isError) {
    return (
      <AuthFrame title={t('invite.gone.title')} lead={t('invite.gone.lead')}>
        <Button component={Link} to="/sign-in" variant="default">
          {t('signIn.act')}
        </Button>
      </AuthFrame>
    );
  }
  const data = invitation.data;
  if (!data) {
    return (
      <AuthFrame title={t('invite.titleWaiting')}>
        <Skeleton height={180} />
      </AuthFrame>
    );
  }
  if (data.reset) {
    return (
      <AuthFrame
        title={t('invite.reset.title')}
        lead={t('invite.reset.lead', { workspace: data.workspaceName })}
      >
        <AcceptForm token={token} invitation={data} />
      </AuthFrame>
    );
  }
  const role = t(`app:role.${data.role}`);
  return (
    <AuthFrame
      title={t('invite.title', { workspace: data.workspaceName })}
      lead={
        data.invitedBy ? t('invite.lead', { by: data.invitedBy, role }) : t('invite.leadNobody', { role })
      }
    >
      <AcceptForm token={token} invitation={data} />
    </AuthFrame>
  );
}
