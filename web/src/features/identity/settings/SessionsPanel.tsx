import { Badge, Button, Skeleton, Text } from '@mantine/core';
import { IconDeviceLaptop, IconDeviceMobile } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Ago, ErrorState, notifyDone, notifyError, Panel } from '@/ui';
import { account, deviceOf, type SessionRow, sessionsQuery } from './account';
import classes from './Rows.module.css';

function SessionItem({ session, onEnd }: { session: SessionRow; onEnd: () => void }) {
  const { t } = useTranslation('identity');
  const device = deviceOf(session.userAgent) ?? t('security.sessions.unknown');
  const IconPart = /iPhone|Android/.test(session.userAgent ?? '') ? IconDeviceMobile : IconDeviceLaptop;
  return (
    <li className={classes.row}>
      <IconPart size={22} stroke={1.6} aria-hidden className={classes.icon} />
      <div className={classes.main}>
        <Text fw={550} component="div">
          {device} {session.current && <Badge color="green">{t('security.sessions.current')}</Badge>}
        </Text>
        <Text size="sm" c="dimmed" component="div">
          {session.address && `${session.address} · `}
          {t('security.sessions.seen')} <Ago value={session.lastSeenAt} />
        </Text>
      </div>
      {!session.current && (
        <Button
          size="xs"
          variant="default"
          aria-label={t('security.sessions.endNamed', { device })}
          onClick={onEnd}
        >
          {t('security.sessions.end')}
        </Button>
      )}
    </li>
  );
}

export function SessionsPanel() {
  const { t } = useTranslation('identity');
  const client = useQueryClient();
  const sessions = useQuery(sessionsQuery);
  const refresh = () => client.invalidateQueries(sessionsQuery);
  const end = useMutation({
    mutationFn: account.endSession,
    onSuccess: () => notifyDone(t('security.sessions.ended')),
    onError: notifyError,
    onSettled: refresh,
  });
  const endAll = useMutation({
    mutationFn: account.endOtherSessions,
    onSuccess: () => notifyDone(t('security.sessions.allEnded')),
    onError: notifyError,
    onSettled: refresh,
  });
  const others = sessions.data?.some((each) => !each.current) ?? false;
  return (
    <Panel
      title={t('security.sessions.title')}
      lead={t('security.sessions.lead')}
      actions={
        others && (
          <Button variant="default" loading={endAll.isPending} onClick={() => endAll.mutate()}>
            {t('security.sessions.endAll')}
          </Button>
        )
      }
    >
      {sessions.isPending && <Skeleton height={52} />}
      {sessions.isError && <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <ul className={classes.rows}>
        {sessions.data?.map((session) => (
          <SessionItem key={session.id} session={session} onEnd={() => end.mutate(session.id)} />
        ))}
      </ul>
    </Panel>
  );
}
