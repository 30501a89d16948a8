import { ActionIcon, Badge, Button, CloseButton, Menu, Skeleton, Text, TextInput } from '@mantine/core';
import { IconDots, IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/app/session';
import {
  Ago,
  confirm,
  ErrorState,
  notifyDone,
  notifyError,
  notifyUndo,
  Panel,
  PersonAvatar,
  useFormat,
} from '@/ui';
import rows from '../Rows.module.css';
import { askInvite, useInviteAsked } from './inviteAsked';
import { EditDialog, InviteDialog, LinkDialog } from './PersonDialogs';
import { foundPeople, type Person, peopleQuery, usePeople } from './people';

const LINK_WORDS: Record<Person['status'], string> = {
  active: 'identity:people.resetLink',
  invited: 'identity:people.newLink',
  placeholder: 'identity:people.inviteThem',
  deactivated: 'identity:people.inviteThem',
};

type Open = { dialog: 'edit' | 'link'; person: Person };

function PersonMenu({ person, onOpen }: { person: Person; onOpen: (open: Open) => void }) {
  const { t } = useTranslation('identity');
  const { user } = useMe();
  const { setStatus, endSessions, endTwoFactor } = usePeople();
  const gone = person.status === 'deactivated';
  const active = person.status === 'active';
  const self = person.id === user.id;
  const set = async (status: 'active' | 'deactivated') => {
    try {
      await setStatus(person.id, status);
      if (status === 'active') return notifyDone(t('people.activated', { name: person.name }));
      notifyUndo(t('people.deactivated', { name: person.name }), async () => {
        await setStatus(person.id, 'active');
      });
    } catch (error) {
      notifyError(error);
    }
  };
  const withoutTwoFactor = async () => {
    const sure = await confirm({
      title: t('people.twoFactorAsk.title', { name: person.name }),
      detail: t('people.twoFactorAsk.detail'),
      act: t('people.twoFactorAsk.act'),
      danger: true,
    });
    if (sure) await endTwoFactor(person.id).then(() => notifyDone(t('people.twoFactorOff')), notifyError);
  };
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('people.more', { name: person.name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onOpen({ dialog: 'edit', person })}>{t('people.edit')}</Menu.Item>
        {!gone && (
          <Menu.Item onClick={() => onOpen({ dialog: 'link', person })}>
            {t(LINK_WORDS[person.status])}
          </Menu.Item>
        )}
        {active && (
          <Menu.Item
            onClick={() =>
              void endSessions(person.id).then(
                () => notifyDone(t('people.sessionsEnded', { name: person.name })),
                notifyError,
              )
            }
          >
            {t('people.endSessions')}
          </Menu.Item>
        )}
        {person.twoFactor && (
          <Menu.Item onClick={() => void withoutTwoFactor()}>{t('people.twoFactorAsk.act')}</Menu.Item>
        )}
        {!self && (
          <>
            <Menu.Divider />
            <Menu.Item
              {...(!gone && { color: 'red' })}
              onClick={() => void set(gone ? 'active' : 'deactivated')}
            >
              {t(gone ? 'people.activate' : 'people.deactivate')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function PersonRow({ person, onOpen }: { person: Person; onOpen: (open: Open) => void }) {
  const { t } = useTranslation('identity');
  const { user } = useMe();
  const gone = person.status === 'deactivated';
  const facts = [person.email, person.teams.map((each) => each.name).join(', ')].filter(Boolean).join(' · ');
  return (
    <li className={rows.row}>
      <PersonAvatar name={person.name} size={32} named={false} />
      <div className={rows.main}>
        <Text fw={550} component="div">
          {person.name} {person.id === user.id && <Badge color="gray">{t('people.you')}</Badge>}{' '}
          {person.status !== 'active' && (
            <Badge color={person.status === 'invited' ? 'river' : gone ? 'red' : 'gray'}>
              {t(`people.status.${person.status}`)}
            </Badge>
          )}
        </Text>
        <Text size="sm" c="dimmed" component="div">
          {facts}
        </Text>
      </div>
      <div className={rows.side}>
        <Text size="sm" component="div">
          {t(`app:role.${person.role}`)}
        </Text>
        <Text size="sm" c="dimmed" component="div">
          {t(`people.visible.${person.visibility}`)}
          {person.lastSeenAt && (
            <>
              {' · '}
              {t('people.seen')} <Ago value={person.lastSeenAt} />
            </>
          )}
        </Text>
      </div>
      <PersonMenu person={person} onOpen={onOpen} />
    </li>
  );
}

/** Who works here, what they may do and see. */
export function PeoplePanel() {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const people = useQuery(peopleQuery);
  const [text, setText] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const inviting = useInviteAsked();
  const found = foundPeople(people.data ?? [], text, format.compare);
  const close = () => setOpen(null);
  return (
    <Panel
      title={t('people.people')}
      lead={t('people.lead')}
      actions={
        <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => askInvite(true)}>
          {t('people.invite')}
        </Button>
      }
    >
      <TextInput
        size="xs"
        maw={320}
        mb="xs"
        aria-label={t('people.find')}
        placeholder={t('people.find')}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={text}
        rightSection={
          text && <CloseButton size="xs" aria-label={t('people.clear')} onClick={() => setText('')} />
        }
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {people.isPending && <Skeleton height={54} />}
      {people.isError && <ErrorState error={people.error} onRetry={() => void people.refetch()} />}
      {people.data && found.length === 0 && <Text c="dimmed">{t('people.nothing')}</Text>}
      <ul className={rows.rows}>
        {found.map((person) => (
          <PersonRow key={person.id} person={person} onOpen={setOpen} />
        ))}
      </ul>
      {inviting && <InviteDialog onClose={() => askInvite(false)} />}
      {open?.dialog === 'edit' && <EditDialog person={open.person} onClose={close} />}
      {open?.dialog === 'link' && <LinkDialog person={open.person} onClose={close} />}
    </Panel>
  );
}
