import { Alert, Code, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Ago, DateText, ErrorState, Panel } from '@/ui';
import classes from './Workspace.module.css';
import { databaseQuery } from './workspace';

const BACKUP_DAYS = 7;

/** Whether the last backup is too long ago to be calm about it. */
export function backupOverdue(lastBackup: string | null, now = Date.now()): boolean {
  return lastBackup === null || now - Date.parse(lastBackup) > BACKUP_DAYS * 86_400_000;
}

/** Where the company's data lies, and when it was last copied to safety. */
export function DatabasePanel() {
  const { t } = useTranslation('identity');
  const { data, error, isPending, refetch } = useQuery(databaseQuery);
  return (
    <Panel title={t('database.title')} lead={t('database.lead')}>
      {isPending && <Skeleton height={90} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <dl className={classes.facts}>
            <dt>{t('database.kindLabel')}</dt>
            <dd>
              {t(`database.kind.${data.kind}`, { defaultValue: data.kind })} · PostgreSQL {data.version}
            </dd>
            <dt>{t('database.where')}</dt>
            <dd>
              <Code className={classes.where}>{data.where}</Code>
            </dd>
            <dt>{t('database.lastBackup')}</dt>
            <dd>
              {data.lastBackup ? (
                <>
                  <DateText value={data.lastBackup} time /> (<Ago value={data.lastBackup} />)
                </>
              ) : (
                t('database.never')
              )}
            </dd>
          </dl>
          {backupOverdue(data.lastBackup) && (
            <Alert color="amber" mt="md" title={t('database.overdue')}>
              {t('database.how')} <Code>java -jar nurt.jar backup</Code>
            </Alert>
          )}
        </>
      )}
    </Panel>
  );
}
