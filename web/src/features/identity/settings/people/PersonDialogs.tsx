import { Button, Group, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, ConflictError } from '@/api';
import { Modal, notifyDone, notifyError } from '@/ui';
import { LinkShown } from './LinkShown';
import { PersonFields, type PersonForm } from './PersonFields';
import { type Invited, type Person, usePeople } from './people';

const EMAIL = /^\S+@\S+\.\S+$/;

function Buttons({ act, busy, onClose }: { act: string; busy: boolean; onClose: () => void }) {
  const { t } = useTranslation('identity');
  return (
    <Group justify="flex-end" mt="lg">
      <Button variant="default" onClick={onClose}>
        {t('ui:cancel')}
      </Button>
      <Button type="submit" loading={busy}>
        {act}
      </Button>
    </Group>
  );
}

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('identity');
  const { invite } = usePeople();
  const [invited, setInvited] = useState<Invited | null>(null);
  const form = useForm<PersonForm>({
    initialValues: { name: '', email: '', role: 'representative', visibility: 'own', teamIds: [] },
    validate: { email: (value) => (EMAIL.test(value.trim()) ? null : t('field.emailWrong')) },
  });
  const submit = form.onSubmit(async ({ name, email, ...rest }) => {
    try {
      setInvited(await invite({ ...rest, email: email.trim(), ...(name.trim() && { name: name.trim() }) }));
    } catch (error) {
      if (error instanceof ApiError && error.errors.length > 0) form.setErrors(error.fieldErrors());
      else notifyError(error);
    }
  });
  return (
    <Modal opened onClose={onClose} size="lg" withCloseButton={false} title={t('people.invite')}>
      {invited ? (
        <LinkShown invited={invited} onClose={onClose} />
      ) : (
        <form onSubmit={submit} noValidate>
          <PersonFields form={form} fresh />
          <Buttons act={t('people.inviteAct')} busy={form.submitting} onClose={onClose} />
        </form>
      )}
    </Modal>
  );
}

/** Only what was changed: whoever manages a team is shown in it, but need not be a member. */
export function changedOf(person: Person, form: PersonForm): Partial<PersonForm> {
  const teamIds = person.teams.map((each) => each.id);
  const same = [...teamIds].sort().join() === [...form.teamIds].sort().join();
  const email = form.email.trim();
  return {
    ...(form.name.trim() !== person.name && { name: form.name.trim() }),
    ...(email !== '' && email !== (person.email ?? '') && { email }),
    ...(form.role !== person.role && { role: form.role }),
    ...(form.visibility !== person.visibility && { visibility: form.visibility }),
    ...(!same && { teamIds: form.teamIds }),
  };
}

export function EditDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation('identity');
  const { change } = usePeople();
  const form = useForm<PersonForm>({
    initialValues: {
      name: person.name,
      email: person.email ?? '',
      role: person.role,
      visibility: person.visibility,
      teamIds: person.teams.map((each) => each.id),
    },
    validate: {
      name: (value) => (value.trim() ? null : t('people.nameMissing')),
      email: (value) => (value.trim() === '' || EMAIL.test(value.trim()) ? null : t('field.emailWrong')),
    },
  });
  const submit = form.onSubmit(async (values) => {
    const body = changedOf(person, values);
    try {
      if (Object.keys(body).length > 0) await change(person, body);
      notifyDone(t('people.saved', { name: values.name.trim() }));
      onClose();
    } catch (error) {
      if (error instanceof ConflictError) form.setFieldError('name', t('people.conflict'));
      else if (error instanceof ApiError && error.errors.length > 0) form.setErrors(error.fieldErrors());
      else notifyError(error);
    }
  });
  return (
    <Modal opened onClose={onClose} size="lg" withCloseButton={false} title={person.name}>
      <form onSubmit={submit} noValidate>
        <PersonFields form={form} />
        <Buttons act={t('ui:save')} busy={form.submitting} onClose={onClose} />
      </form>
    </Modal>
  );
}

/** Makes a new link; somebody known only by name is asked for an address first. */
export function LinkDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation('identity');
  const { newLink } = usePeople();
  const [invited, setInvited] = useState<Invited | null>(null);
  const ask = person.status === 'placeholder';
  const form = useForm({
    initialValues: { email: person.email ?? '' },
    validate: { email: (value) => (EMAIL.test(value.trim()) ? null : t('field.emailWrong')) },
  });
  const make = async (email?: string) => {
    try {
      setInvited(await newLink(person.id, email));
    } catch (error) {
      if (error instanceof ApiError && error.errors.length > 0) form.setErrors(error.fieldErrors());
      else notifyError(error);
      if (!ask) onClose();
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: one link for each time it is opened
  useEffect(() => {
    if (!ask) void make();
  }, []);
  return (
    <Modal opened onClose={onClose} size="lg" withCloseButton={false} title={person.name}>
      {invited && <LinkShown invited={invited} onClose={onClose} />}
      {!invited && ask && (
        <form onSubmit={form.onSubmit(({ email }) => make(email.trim()))} noValidate>
          <Text mb="sm">{t('people.placeholderLead')}</Text>
          <TextInput data-autofocus label={t('field.email')} type="email" {...form.getInputProps('email')} />
          <Buttons act={t('people.inviteAct')} busy={form.submitting} onClose={onClose} />
        </form>
      )}
    </Modal>
  );
}
