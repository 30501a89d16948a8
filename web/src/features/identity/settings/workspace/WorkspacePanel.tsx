import { Alert, Button, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError, ConflictError } from '@/api';
import { type Language, meQuery } from '@/app/session';
import { notifyDone, notifyError, Panel } from '@/ui';
import { currencyChoices, zoneChoices } from '../../choices';
import { changeWorkspace, type Workspace, workspaceQuery } from './workspace';

/** The name and the measures of the whole company. */
export function WorkspacePanel({ workspace }: { workspace: Workspace }) {
  const { t, i18n } = useTranslation('identity');
  const client = useQueryClient();
  const form = useForm({
    initialValues: {
      name: workspace.name,
      currency: workspace.currency,
      zone: workspace.zone,
      language: workspace.language,
    },
    validate: { name: (value) => (value.trim() ? null : t('field.workspaceMissing')) },
  });
  const submit = form.onSubmit(async (values) => {
    try {
      const changed = await changeWorkspace(workspace, { ...values, name: values.name.trim() });
      client.setQueryData(workspaceQuery.queryKey, changed);
      form.resetDirty({ ...values, name: changed.name });
      await client.invalidateQueries(meQuery);
      notifyDone(t('workspace.saved'));
    } catch (error) {
      if (error instanceof ConflictError) {
        notifyError(error);
        void client.invalidateQueries(workspaceQuery);
      } else if (error instanceof ApiError && error.errors.length > 0) form.setErrors(error.fieldErrors());
      else notifyError(error);
    }
  });
  return (
    <Panel title={t('workspace.company')} lead={t('workspace.companyLead')}>
      <form onSubmit={submit} noValidate>
        <SimpleGrid cols={{ base: 1, sm: 2 }} mb="md">
          <TextInput label={t('field.workspace')} {...form.getInputProps('name')} />
          <Select
            label={t('field.currency')}
            description={workspace.currencyFixed ? t('workspace.currencyFixed') : undefined}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            disabled={workspace.currencyFixed}
            allowDeselect={false}
            searchable
            data={currencyChoices(i18n.language)}
            {...form.getInputProps('currency')}
          />
          <Select
            label={t('field.zone')}
            description={t('field.zoneHelp')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            allowDeselect={false}
            searchable
            limit={60}
            data={zoneChoices()}
            {...form.getInputProps('zone')}
          />
          <Select
            label={t('workspace.language')}
            description={t('workspace.languageLead')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            allowDeselect={false}
            data={[
              { value: 'pl', label: 'Polski' },
              { value: 'en', label: 'English' },
            ]}
            {...form.getInputProps('language')}
            onChange={(value) => form.setFieldValue('language', value as Language)}
          />
        </SimpleGrid>
        {form.values.currency !== workspace.currency && (
          <Alert color="amber" mb="md">
            {t('workspace.currencyChange')}
          </Alert>
        )}
        <Button type="submit" loading={form.submitting} disabled={!form.isDirty()}>
          {t('ui:save')}
        </Button>
      </form>
    </Panel>
  );
}
