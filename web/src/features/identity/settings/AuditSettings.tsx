import { Button, Select, Skeleton } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { DateText, EmptyState, ErrorState, NoPermission, PageHeader, Panel, useFormat } from '@/ui';
import { peopleQuery } from './people/people';
import rows from './Rows.module.css';
import { AUDIT_KINDS, auditChanges, auditSentence } from './workspace/auditText';
import classes from './workspace/Workspace.module.css';
import { type AuditEntry, auditQuery } from './workspace/workspace';

function Entry({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('identity');
  const changes = auditChanges(entry, t);
  return (
    <li className={classes.entry}>
      <DateText value={entry.at} time />
      <div className={classes.what}>
        {auditSentence(entry, t)}
        {changes.length > 0 && (
          <ul className={classes.more}>
            {changes.map(({ field, before, after }) => (
              <li key={field}>
                {field}: {before} → {after}
              </li>
            ))}
          </ul>
        )}
      </div>
      <span className={classes.address}>{entry.address}</span>
    </li>
  );
}

function Trail() {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const { data: people = [] } = useQuery(peopleQuery);
  const [kind, setKind] = useState<string | null>(null);
  const [actor, setActor] = useState<string | null>(null);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    auditQuery({ kind, actor }),
  );
  const entries = data?.pages.flatMap((page) => page.items) ?? [];
  const kinds = useMemo(
    () =>
      AUDIT_KINDS.map((value) => ({ value, label: t(`audit.name.${value}`) })).sort((a, b) =>
        format.compare(a.label, b.label),
      ),
    [t, format],
  );
  return (
    <Panel title={t('audit.title')} lead={t('audit.lead')}>
      <div className={classes.filters}>
        <Select
          size="xs"
          w={250}
          clearable
          searchable
          aria-label={t('audit.filterKind')}
          placeholder={t('audit.filterKind')}
          data={kinds}
          value={kind}
          onChange={setKind}
        />
        <Select
          size="xs"
          w={220}
          clearable
          searchable
          aria-label={t('audit.filterActor')}
          placeholder={t('audit.filterActor')}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={actor}
          onChange={setActor}
        />
      </div>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={120} />}
      {data && entries.length === 0 && (
        <EmptyState icon={IconShieldCheck} title={t('audit.none.title')}>
          {t('audit.none.lead')}
        </EmptyState>
      )}
      <ul className={rows.rows}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
      {hasNextPage && (
        <Button size="xs" variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('audit.older')}
        </Button>
      )}
    </Panel>
  );
}

export default function AuditSettings() {
  const { t } = useTranslation('identity');
  const { can } = useSession();
  return (
    <>
      <PageHeader title={t('audit.title')} />
      {can('manage-workspace') ? <Trail /> : <NoPermission />}
    </>
  );
}
