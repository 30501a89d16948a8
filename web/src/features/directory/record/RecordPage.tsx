import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArrowLeft,
  IconBuilding,
  IconChevronDown,
  IconChevronUp,
  IconDots,
  IconRestore,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { CommandIconButton, CommandMenuItem, useCommands, useSelection } from '@/commands';
import { ErrorState, InlineText, PersonAvatar, RecordSkeleton } from '@/ui';
import { useDirectory } from '../actions';
import { recordQuery } from '../api';
import { stepsFrom } from '../model/walk';
import { type DirectoryRecord, isCompany, type Kind, pathOf } from '../types';
import { CompanyFields } from './CompanyFields';
import { ContactFields } from './ContactFields';
import classes from './Record.module.css';
import { DealsPanel, PeoplePanel } from './Related';
import { Timeline } from './Timeline';
import { useSaving } from './useSaving';

function useRecordCommands(kind: Kind, record: DirectoryRecord | undefined, id: string) {
  const navigate = useNavigate();
  const { mark } = useDirectory(kind);
  const steps = stepsFrom(kind, id);
  const go = (to: string | null) => {
    if (to) void navigate({ to: `${pathOf(kind)}/${to}` });
  };
  const active = record !== undefined && !record.archivedAt && !record.deletedAt;
  const write = (yes: boolean) => (context: { can: (permission: 'write') => boolean }) =>
    yes && context.can('write');
  const act = (what: Parameters<typeof mark>[1]) => () => record && void mark(record, what);
  useCommands([
    {
      id: 'directory.next',
      label: 'directory:commands.next',
      icon: IconChevronDown,
      group: 'view',
      shortcut: 'j',
      when: () => steps.next !== null,
      run: () => go(steps.next),
    },
    {
      id: 'directory.previous',
      label: 'directory:commands.previous',
      icon: IconChevronUp,
      group: 'view',
      shortcut: 'k',
      when: () => steps.previous !== null,
      run: () => go(steps.previous),
    },
    {
      id: 'directory.note',
      label: 'directory:commands.note',
      group: 'selection',
      shortcut: 'n',
      when: write(active),
      run: () => document.querySelector<HTMLElement>('textarea[data-composer]')?.focus(),
    },
    {
      id: 'directory.archive',
      label: 'directory:mark.archive',
      icon: IconArchive,
      group: 'selection',
      when: write(active),
      run: act('archive'),
    },
    {
      id: 'directory.unarchive',
      label: 'directory:mark.unarchive',
      icon: IconArchive,
      group: 'selection',
      when: write(Boolean(record?.archivedAt) && !record?.deletedAt),
      run: act('unarchive'),
    },
    {
      id: 'directory.restore',
      label: 'directory:mark.restore',
      icon: IconRestore,
      group: 'selection',
      when: write(Boolean(record?.deletedAt)),
      run: act('restore'),
    },
    {
      id: 'directory.trash',
      label: 'directory:mark.trash',
      icon: IconTrash,
      group: 'selection',
      danger: true,
      when: write(record !== undefined && !record.deletedAt),
      run: act('trash'),
    },
  ]);
  return steps;
}

function Away({ kind, record }: { kind: Kind; record: DirectoryRecord }) {
  const { t } = useTranslation('directory');
  const { can } = useSession();
  const { mark } = useDirectory(kind);
  const state = record.deletedAt ? 'trashed' : record.archivedAt ? 'archived' : null;
  if (state === null) return null;
  const back = state === 'trashed' ? 'restore' : 'unarchive';
  return (
    <div className={classes.banner} role="status">
      {t(`banner.${state}`)}
      {can('write') && (
        <Button size="compact-sm" variant="light" color="amber" onClick={() => void mark(record, back)}>
          {t(`mark.${back}`)}
        </Button>
      )}
    </div>
  );
}

function Head({ kind, record, readOnly }: { kind: Kind; record: DirectoryRecord; readOnly: boolean }) {
  const { t } = useTranslation('directory');
  const { save, theirs } = useSaving(record);
  const company = isCompany(record) ? null : record.company;
  const facts = isCompany(record)
    ? [
        record.industry,
        record.addresses[0]?.city,
        record.openDeals > 0 && t('openDeals', { count: record.openDeals }),
      ]
    : [record.jobTitle];
  const words = facts.filter(Boolean).join(' · ');
  return (
    <div className={classes.title}>
      {isCompany(record) ? (
        <span className={classes.badge}>
          <IconBuilding size={21} stroke={1.6} aria-hidden />
        </span>
      ) : (
        <PersonAvatar name={record.name} size={38} named={false} />
      )}
      <div className={classes.names}>
        <h1>
          {kind === 'company' ? (
            <InlineText
              label={t('field.name')}
              readOnly={readOnly}
              value={record.name}
              validate={(text) => (text.trim() ? null : t('create.nameNeeded'))}
              theirs={theirs('name')}
              onSave={save('name')}
            />
          ) : (
            <span style={{ paddingLeft: 7 }}>{record.name}</span>
          )}
        </h1>
        <div className={classes.subtitle}>
          {words}
          {company && words && ' · '}
          {company && <Link to={`/companies/${company.id}`}>{company.name}</Link>}
        </div>
      </div>
    </div>
  );
}

/** Everything about one company or person. */
function RecordPage({ kind }: { kind: Kind }) {
  const { t } = useTranslation('directory');
  const { can } = useSession();
  const { recordId = '' } = useParams({ strict: false }) as { recordId?: string };
  const { data: record, error, refetch } = useQuery(recordQuery(kind, recordId));
  const steps = useRecordCommands(kind, record, recordId);
  useSelection(kind, recordId ? [recordId] : []);
  const title = record?.name ?? t(`list.${kind}`);
  useEffect(() => {
    document.title = `${title} · Nurt`;
  }, [title]);
  if (error && !record) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!record) return <RecordSkeleton />;
  const readOnly = !can('write') || record.deletedAt !== null;
  return (
    <article className={classes.page} key={record.id}>
      <header className={classes.head}>
        <div className={classes.bar}>
          <ActionIcon
            component={Link}
            {...({ to: pathOf(kind) } as object)}
            variant="subtle"
            color="gray"
            aria-label={t(`back.${kind}`)}
          >
            <IconArrowLeft size={18} aria-hidden />
          </ActionIcon>
          <CommandIconButton id="directory.previous" />
          <CommandIconButton id="directory.next" />
          {steps.count > 0 && (
            <span className={classes.place}>{t('place', { place: steps.place, count: steps.count })}</span>
          )}
          <span className={classes.space} />
          <Menu position="bottom-end" width={230}>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={t('more')}>
                <IconDots size={18} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <CommandMenuItem id="directory.archive" />
              <CommandMenuItem id="directory.unarchive" />
              <CommandMenuItem id="directory.restore" />
              <CommandMenuItem id="directory.trash" />
            </Menu.Dropdown>
          </Menu>
        </div>
        <Head kind={kind} record={record} readOnly={readOnly} />
        <Away kind={kind} record={record} />
      </header>
      <div className={classes.halves}>
        <div className={classes.main}>
          <div className={classes.related}>
            <DealsPanel kind={kind} id={record.id} />
            {isCompany(record) && <PeoplePanel company={record} />}
          </div>
          <div className={classes.mainTimeline}>
            <Timeline kind={kind} record={record} readOnly={readOnly} />
          </div>
        </div>
        <div className={classes.side}>
          {isCompany(record) ? (
            <CompanyFields record={record} readOnly={readOnly} />
          ) : (
            <ContactFields record={record} readOnly={readOnly} />
          )}
        </div>
      </div>
    </article>
  );
}

export const CompanyPage = () => <RecordPage kind="company" />;
export const ContactPage = () => <RecordPage kind="contact" />;
