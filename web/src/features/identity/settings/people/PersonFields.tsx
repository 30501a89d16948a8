import { MultiSelect, Radio, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Role, Visibility } from '@/app/session';
import { useFormat } from '@/ui';
import { ROLES, teamsQuery, teamTree, USUAL, VISIBILITIES } from './people';

export interface PersonForm {
  name: string;
  email: string;
  role: Role;
  visibility: Visibility;
  teamIds: string[];
}

interface PersonFieldsProps {
  form: UseFormReturnType<PersonForm>;
  /** Someone new: a role brings its usual visibility along. */
  fresh?: boolean;
}

/** What an administrator decides about a person. */
export function PersonFields({ form, fresh = false }: PersonFieldsProps) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const { data: teams = [] } = useQuery(teamsQuery);
  const { role } = form.values;
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          data-autofocus
          label={t('field.email')}
          type="email"
          autoComplete="off"
          {...form.getInputProps('email')}
        />
        <TextInput
          label={t('people.name')}
          autoComplete="off"
          {...(fresh && { placeholder: t('people.nameLater') })}
          {...form.getInputProps('name')}
        />
      </SimpleGrid>
      <Select
        label={t('people.role')}
        description={t(`people.roleLead.${role}`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        data={ROLES.map((value) => ({ value, label: t(`app:role.${value}`) }))}
        {...form.getInputProps('role')}
        onChange={(next) => {
          form.setFieldValue('role', next as Role);
          if (fresh) form.setFieldValue('visibility', USUAL[next as Role]);
        }}
      />
      <Radio.Group label={t('people.visibility')} {...form.getInputProps('visibility')}>
        <Stack gap={8} mt={6}>
          {VISIBILITIES.map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`people.visible.${value}`)}
              description={t(`people.visibleLead.${value}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {teams.length > 0 && (
        <MultiSelect
          label={t('people.teams')}
          searchable
          hidePickedOptions
          nothingFoundMessage={t('people.nothing')}
          data={teamTree(teams, format.compare).map(({ team }) => ({ value: team.id, label: team.name }))}
          {...form.getInputProps('teamIds')}
        />
      )}
    </Stack>
  );
}
