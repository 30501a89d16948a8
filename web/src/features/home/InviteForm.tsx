import { Button, CopyButton, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '@/api';
import { notifyError } from '@/ui';
import { type Invited, invite } from './api';
import classes from './Home.module.css';

const ROLES = ['representative', 'manager', 'stakeholder', 'administrator'];

/** Makes an invitation; its link is handed over by whatever way people talk anyway. */
export function InviteForm() {
  const { t } = useTranslation('home');
  const [made, setMade] = useState<Invited | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useForm({
    initialValues: { email: '', role: 'representative' },
    validate: { email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t('first.invite.emailWrong')) },
  });
  const send = form.onSubmit(async ({ email, role }) => {
    setBusy(true);
    try {
      setMade(await invite(email.trim(), role));
      form.reset();
    } catch (error) {
      if (isApiError(error) && error.errors.length > 0) form.setErrors(error.fieldErrors());
      else notifyError(error);
    } finally {
      setBusy(false);
    }
  });
  return (
    <>
      <form onSubmit={send} className={classes.invite} noValidate>
        <TextInput
          size="xs"
          type="email"
          autoComplete="off"
          label={t('first.invite.email')}
          {...form.getInputProps('email')}
        />
        <Select
          size="xs"
          label={t('first.invite.role')}
          allowDeselect={false}
          data={ROLES.map((value) => ({ value, label: t(`app:role.${value}`) }))}
          {...form.getInputProps('role')}
        />
        <Button type="submit" size="xs" variant="default" loading={busy}>
          {t('first.invite.act')}
        </Button>
      </form>
      {made && (
        <div className={classes.link} role="status">
          <span>{t('first.invite.made', { name: made.user.name })}</span>
          <code>{made.link}</code>
          <CopyButton value={made.link}>
            {({ copied, copy }) => (
              <Button size="compact-xs" variant="light" onClick={copy}>
                {t(copied ? 'first.invite.copied' : 'first.invite.copy')}
              </Button>
            )}
          </CopyButton>
        </div>
      )}
    </>
  );
}
