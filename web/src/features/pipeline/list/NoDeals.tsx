import { Button } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '@/commands';
import { EmptyState } from '@/ui';

/** Says why the list is empty and what to do. */
export function NoDeals({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const { t } = useTranslation('pipeline');
  return (
    <EmptyState
      icon={IconTable}
      title={t(filtered ? 'list.nothing.title' : 'list.empty.title')}
      actions={
        filtered ? (
          <Button variant="default" onClick={onClear}>
            {t('filter.clear')}
          </Button>
        ) : (
          <>
            <CommandButton id="pipeline.new-deal" size="sm" />
            <CommandButton id="exchange.import" size="sm" variant="default" />
          </>
        )
      }
    >
      {t(filtered ? 'list.nothing.detail' : 'list.empty.detail')}
    </EmptyState>
  );
}
