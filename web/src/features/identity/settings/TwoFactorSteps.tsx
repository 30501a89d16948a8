import { Button, Code, CopyButton, Group, PasswordInput, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { renderSVG } from 'uqr';
import { useErrorText } from '@/ui';
import { account } from './account';
import classes from './TwoFactor.module.css';

interface StepProps<T> {
  onCancel: () => void;
  onDone: (result: T) => void;
}

export function ConfirmCode(props: StepProps<string[]> & { secret: string; otpauthUri: string }) {
  const { t } = useTranslation('identity');
  const words = useErrorText();
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: (value) => (value.trim() ? null : t('field.codeMissing')) },
  });
  const submit = form.onSubmit(async ({ code }) => {
    try {
      props.onDone((await account.confirmTwoFactor(code.replaceAll(' ', ''))).recoveryCodes);
    } catch (error) {
      const text = words(error);
      form.setFieldError('code', text.detail || text.title);
    }
  });
  const picture = `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(props.otpauthUri, { border: 2 }))}`;
  return (
    <form onSubmit={submit} noValidate className={classes.scan}>
      <img className={classes.qr} src={picture} alt={t('security.two.qr')} width={176} height={176} />
      <div className={classes.confirm}>
        <Text>{t('security.two.scan')}</Text>
        <Text size="sm" c="dimmed">
          {t('security.two.manual')} <Code>{props.secret.match(/.{1,4}/g)?.join(' ')}</Code>
        </Text>
        <TextInput
          label={t('field.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          autoFocus
          w={220}
          {...form.getInputProps('code')}
        />
        <Group gap="sm">
          <Button type="submit" loading={form.submitting}>
            {t('security.two.confirm')}
          </Button>
          <Button variant="default" onClick={props.onCancel}>
            {t('ui:cancel')}
          </Button>
        </Group>
      </div>
    </form>
  );
}

export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useTranslation('identity');
  return (
    <div className={classes.confirm}>
      <Text fw={600}>{t('security.two.codes')}</Text>
      <Text size="sm" c="dimmed">
        {t('security.two.codesLead')}
      </Text>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="xs">
        {codes.map((code) => (
          <Code key={code} className={classes.code}>
            {code}
          </Code>
        ))}
      </SimpleGrid>
      <Group gap="sm">
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? 'security.two.copied' : 'security.two.copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onDone}>{t('security.two.saved')}</Button>
      </Group>
    </div>
  );
}

interface AskPasswordProps<T> extends StepProps<T> {
  lead: string;
  act: string;
  color?: string;
  send: (password: string) => Promise<T>;
}

/** Whoever sits at the screen must be the person: turning the second step on or off asks for the password. */
export function AskPassword<T>({ onCancel, onDone, lead, act, color, send }: AskPasswordProps<T>) {
  const { t } = useTranslation('identity');
  const words = useErrorText();
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value ? null : t('field.passwordMissing')) },
  });
  const submit = form.onSubmit(async ({ password }) => {
    try {
      onDone(await send(password));
    } catch (error) {
      const text = words(error);
      form.setFieldError('password', text.detail || text.title);
    }
  });
  return (
    <form onSubmit={submit} noValidate className={classes.confirm}>
      <Text>{lead}</Text>
      <PasswordInput
        label={t('field.password')}
        autoComplete="current-password"
        autoFocus
        maw={320}
        visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword') }}
        {...form.getInputProps('password')}
      />
      <Group gap="sm">
        <Button type="submit" {...(color && { color })} loading={form.submitting}>
          {act}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('ui:cancel')}
        </Button>
      </Group>
    </form>
  );
}
