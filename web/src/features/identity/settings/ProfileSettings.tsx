import { Button, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api';
import { type Language, type Theme, useChangeProfile, useMe } from '@/app/session';
import { notifyDone, notifyError, PageHeader, Panel } from '@/ui';
import { zoneChoices } from '../choices';

export default function ProfileSettings() {
  const { t } = useTranslation('identity');
  const { user } = useMe();
  const change = useChangeProfile();
  const form = useForm({
    initialValues: { name: user.name },
    validate: { name: (value) => (value.trim() ? null : t('field.nameMissing')) },
  });
  const rename = form.onSubmit(async ({ name }) => {
    try {
      await change({ name: name.trim() });
      form.resetDirty();
      notifyDone(t('profile.saved'));
    } catch (error) {
      if (error instanceof ApiError && error.errors.length > 0) form.setErrors(error.fieldErrors());
      else notifyError(error);
    }
  });
  const save = (what: Parameters<typeof change>[0]) =>
    change(what).then(() => notifyDone(t('profile.saved')), notifyError);

  return (
    <>
      <PageHeader title={t('profile.title')} />
      <Panel title={t('profile.personal')} lead={t('profile.personalLead')}>
        <form onSubmit={rename}>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput label={t('field.name')} autoComplete="name" {...form.getInputProps('name')} />
            <TextInput
              label={t('field.email')}
              value={user.email ?? ''}
              readOnly
              autoComplete="username"
              description={t('profile.emailLead')}
              inputWrapperOrder={['label', 'input', 'description']}
            />
          </SimpleGrid>
          <Text size="sm" c="dimmed" my="sm">
            {t('profile.role', { role: t(`app:role.${user.role}`) })}
          </Text>
          <Button type="submit" loading={form.submitting} disabled={!form.isDirty()}>
            {t('ui:save')}
          </Button>
        </form>
      </Panel>
      <Panel title={t('profile.display')} lead={t('profile.displayLead')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={t('app:language')}
            allowDeselect={false}
            value={user.language}
            onChange={(language) => language && save({ language: language as Language })}
            data={[
              { value: 'pl', label: 'Polski' },
              { value: 'en', label: 'English' },
            ]}
          />
          <Select
            label={t('app:theme.label')}
            allowDeselect={false}
            value={user.theme}
            onChange={(theme) => theme && save({ theme: theme as Theme })}
            data={(['light', 'dark', 'auto'] as const).map((value) => ({
              value,
              label: t(`app:theme.${value}`),
            }))}
          />
          <Select
            label={t('field.zone')}
            description={t('field.zoneHelp')}
            inputWrapperOrder={['label', 'input', 'description']}
            allowDeselect={false}
            searchable
            limit={60}
            value={user.zone}
            onChange={(zone) => zone && save({ zone })}
            data={zoneChoices()}
          />
        </SimpleGrid>
      </Panel>
    </>
  );
}
