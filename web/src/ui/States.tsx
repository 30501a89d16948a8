import { Button, Stack, Text, Title } from '@mantine/core';
import { type Icon, IconAlertTriangle, IconLock, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api';
import classes from './States.module.css';

interface StateProps {
  icon?: Icon;
  title: string;
  children?: ReactNode;
  /** Buttons: what to do next. */
  actions?: ReactNode;
  role?: 'alert';
}

function State({ icon: IconPart, title, children, actions, role }: StateProps) {
  return (
    <Stack className={classes.state} align="center" gap="sm" role={role}>
      {IconPart && (
        <span className={classes.badge}>
          <IconPart size={26} stroke={1.6} aria-hidden />
        </span>
      )}
      <Title order={2} size="h3" ta="center">
        {title}
      </Title>
      {children && (
        <Text component="div" c="dimmed" ta="center" className={classes.words}>
          {children}
        </Text>
      )}
      {actions && <div className={classes.actions}>{actions}</div>}
    </Stack>
  );
}

/** Nothing here yet: says what belongs here, why it is worth having, and offers the first act. */
export function EmptyState(props: Omit<StateProps, 'role'>) {
  return <State {...props} />;
}

interface ErrorStateProps {
  error: unknown;
  onRetry?: (() => void) | undefined;
}

/** Words for any failure: the server's own where it sent some. */
export function useErrorText(): (error: unknown) => { title: string; detail: string } {
  const { t } = useTranslation('ui');
  return (error) => {
    if (error instanceof ApiError && error.status === 0) {
      return { title: t('error.network.title'), detail: t('error.network.detail') };
    }
    if (error instanceof ApiError && error.title) {
      // One refused field says it best itself.
      const [refused, ...more] = error.errors;
      return { title: error.title, detail: (more.length === 0 && refused?.message) || error.detail || '' };
    }
    if (error instanceof ApiError && error.status === 404) {
      return { title: t('error.missing.title'), detail: t('error.missing.detail') };
    }
    return { title: t('error.unknown.title'), detail: t('error.unknown.detail') };
  };
}

export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation('ui');
  const text = useErrorText()(error);
  if (error instanceof ApiError && error.status === 403) return <NoPermission detail={text.detail} />;
  return (
    <State
      icon={error instanceof ApiError && error.status === 0 ? IconPlugConnectedX : IconAlertTriangle}
      title={text.title}
      role="alert"
      actions={
        onRetry && (
          <Button variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={onRetry}>
            {t('error.retry')}
          </Button>
        )
      }
    >
      {text.detail}
    </State>
  );
}

export function NoPermission({ detail }: { detail?: string }) {
  const { t } = useTranslation('ui');
  return (
    <State icon={IconLock} title={t('noPermission.title')}>
      {detail || t('noPermission.detail')}
    </State>
  );
}
