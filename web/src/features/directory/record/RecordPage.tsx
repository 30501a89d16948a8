import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowLeft, IconBuilding, IconDots } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { CommandIconButton, CommandMenuItem, useSelection } from '@/commands';
import { ErrorState, InlineText, notifyDone, PersonAvatar, RecordSkeleton } from '@/ui';
import { useDirectory } from '../actions';
import { recordQuery } from '../api';
import { askMerge, useWantedMerge } from '../merge/askMerge';
import { type DirectoryRecord, isCompany, type Kind, pathOf } from '../types';
import { CompanyFields } from './CompanyFields';
import { ContactFields } from './ContactFields';
import { Doubles } from './Doubles';
import classes from './Record.module.css';
import { DealsPanel, PeoplePanel } from './Related';
import { Timeline } from './Timeline';
import { useRecordCommands } from './useRecordCommands';
import { useSaving } from './useSaving';

const MergeDialog = lazy(async () => ({ default: (await import('../merge/MergeDialog')).MergeDialog }));

/** An old link to a merged record leads to the one that stayed, and says so. */
function useMergedAway(kind: Kind, record: DirectoryRecord | undefined) {
  const navigate = useNavigate();
  const { t } = useTranslation('directory');
  const into = record?.mergedInto ?? null;
  const name = record?.name;
  useEffect(() => {
    if (!into) return;
    notifyDone(t('merge.moved', { name, into: into.name }));
    void navigate({ to: `${pathOf(kind)}/${into.id}`, replace: true });
  }, [into, name, kind, navigate, t]);
  return into !== null;
}

function Merge({ kind, record }: { kind: Kind; record: DirectoryRecord }) {
  const wanted = useWantedMerge();
  useEffect(() => () => askMerge(null), []);
  if (wanted?.id !== record.id) return null;
  return (
    <Suspense fallback={null}>
      <MergeDialog kind={kind} record={record} otherId={wanted.otherId} onClose={() => askMerge(null)} />
    </Suspense>
  );
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
  const away = useMergedAway(kind, record);
  const title = record?.name ?? t(`list.${kind}`);
  useEffect(() => {
    document.title = `${title} · Nurt`;
  }, [title]);
  if (error && !record) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!record || away) return <RecordSkeleton />;
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
              <CommandMenuItem id="directory.merge" />
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
      <Merge kind={kind} record={record} />
      <div className={classes.halves}>
        <div className={classes.main}>
          {!readOnly && !record.archivedAt && <Doubles kind={kind} record={record} />}
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
