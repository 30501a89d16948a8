import {
  ActionIcon,
  Button,
  Group,
  Menu,
  MultiSelect,
  Select,
  Skeleton,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconDots, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api';
import { confirm, ErrorState, Modal, notifyDone, notifyError, Panel, useFormat } from '@/ui';
import rows from '../Rows.module.css';
import { peopleQuery, type Team, teamsQuery, teamTree, usePeople, withBelow } from './people';

function TeamDialog({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const { createTeam, changeTeam } = usePeople();
  const { data: people = [] } = useQuery(peopleQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const form = useForm({
    initialValues: {
      name: team?.name ?? '',
      parentId: team?.parent?.id ?? null,
      managerId: team?.manager?.id ?? null,
      memberIds: team?.members.map((each) => each.id) ?? [],
    },
    validate: { name: (value) => (value.trim() ? null : t('teams.nameMissing')) },
  });
  const submit = form.onSubmit(async (values) => {
    const body = { ...values, name: values.name.trim() };
    try {
      await (team ? changeTeam(team, body) : createTeam(body));
      notifyDone(t('teams.saved', { name: body.name }));
      onClose();
    } catch (error) {
      if (error instanceof ApiError && error.errors.length > 0) form.setErrors(error.fieldErrors());
      else notifyError(error);
    }
  });
  const barred = team ? withBelow(teams, team.id) : new Set<string>();
  const choices = people
    .filter((each) => each.status !== 'deactivated' || form.values.memberIds.includes(each.id))
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => format.compare(a.label, b.label));
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      withCloseButton={false}
      title={team ? team.name : t('teams.new')}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput data-autofocus label={t('teams.name')} {...form.getInputProps('name')} />
          <Select
            label={t('teams.manager')}
            description={t('teams.managerLead')}
            searchable
            clearable
            nothingFoundMessage={t('people.nothing')}
            data={choices}
            {...form.getInputProps('managerId')}
          />
          <Select
            label={t('teams.parent')}
            clearable
            data={teams
              .filter((each) => !barred.has(each.id))
              .map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('parentId')}
          />
          <MultiSelect
            label={t('teams.members')}
            searchable
            hidePickedOptions
            nothingFoundMessage={t('people.nothing')}
            data={choices}
            {...form.getInputProps('memberIds')}
          />
        </Stack>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" loading={form.submitting}>
            {t('ui:save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

/** Teams decide who sees whose records, and how figures are put together. */
export function TeamsPanel() {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const teams = useQuery(teamsQuery);
  const { deleteTeam } = usePeople();
  const [open, setOpen] = useState<{ team: Team | null } | null>(null);
  const remove = async (team: Team) => {
    const sure = await confirm({
      title: t('teams.ask.title', { name: team.name }),
      detail: t('teams.ask.detail'),
      act: t('teams.delete'),
      danger: true,
    });
    if (sure)
      await deleteTeam(team.id).then(() => notifyDone(t('teams.deleted', { name: team.name })), notifyError);
  };
  return (
    <Panel
      title={t('teams.title')}
      lead={t('teams.lead')}
      actions={
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setOpen({ team: null })}
        >
          {t('teams.new')}
        </Button>
      }
    >
      {teams.isPending && <Skeleton height={54} />}
      {teams.isError && <ErrorState error={teams.error} onRetry={() => void teams.refetch()} />}
      {teams.data?.length === 0 && <Text c="dimmed">{t('teams.none')}</Text>}
      <ul className={rows.rows}>
        {teamTree(teams.data ?? [], format.compare).map(({ team, depth }) => (
          <li key={team.id} className={rows.row} style={{ paddingInlineStart: depth * 26 }}>
            <IconUsersGroup size={20} stroke={1.6} aria-hidden className={rows.icon} />
            <div className={rows.main}>
              <Text fw={550} component="div">
                {team.name}
              </Text>
              <Text size="sm" c="dimmed" component="div">
                {[
                  team.manager ? t('teams.managedBy', { name: team.manager.name }) : t('teams.noManager'),
                  team.parent && t('teams.below', { name: team.parent.name }),
                  t('teams.count', { count: team.members.length }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </div>
            <Menu position="bottom-end" width={200}>
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" aria-label={t('people.more', { name: team.name })}>
                  <IconDots size={18} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => setOpen({ team })}>{t('teams.edit')}</Menu.Item>
                <Menu.Item color="red" onClick={() => void remove(team)}>
                  {t('teams.delete')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </li>
        ))}
      </ul>
      {open && <TeamDialog team={open.team} onClose={() => setOpen(null)} />}
    </Panel>
  );
}
