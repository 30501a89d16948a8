import { Button } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ListSkeleton } from '@/ui/Skeletons';
import { EmptyState, ErrorState } from '@/ui/States';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={IconCompass}
      title={t('ui:error.missing.title')}
      actions={
        <Button component={Link} to="/">
          {t('toHome')}
        </Button>
      }
    >
      {t('ui:error.missing.detail')}
    </EmptyState>
  );
}

export function RouteFailed({ error, reset }: ErrorComponentProps) {
  return <ErrorState error={error} onRetry={reset} />;
}

export function RoutePending() {
  return <ListSkeleton />;
}
