import { Alert, Button, Group } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, useFormat } from '@/ui';
import { type Outlook, snapshotsQuery } from './api';
import { lastQuarter, pastSnapshots } from './snapshots';

interface EndedProps {
  outlook: Outlook;
  onOpen: (snapshot: string) => void;
}

/** The data stop long before the present: leads to the forecasts of their own time. */
export function Ended({ outlook, onOpen }: EndedProps) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const { data: snapshots = [] } = useQuery(snapshotsQuery);
  // Of the last quarter, so that there is something that came of it.
  const newest =
    lastQuarter(snapshots, outlook.knownUntil, outlook.knownUntil)?.snapshot ?? pastSnapshots(snapshots)[0];
  const day = format.date(outlook.knownUntil);
  const title = t('ended.title', { day });
  const actions = (
    <>
      {newest && (
        <Button
          size="xs"
          leftSection={<IconHistory size={15} aria-hidden />}
          onClick={() => onOpen(newest.id)}
        >
          {t('ended.open', { day: format.date(newest.asOf) })}
        </Button>
      )}
      <Button size="xs" variant="default" component={Link} to="/forecast/record">
        {t('ended.record')}
      </Button>
    </>
  );
  const text = `${t(outlook.open > 0 ? 'ended.stillOpen' : 'ended.nothingOpen', { day })}${newest ? '' : ` ${t('ended.noPast')}`}`;
  return outlook.open > 0 ? (
    <Alert color="amber" p="xs" title={title}>
      {text}
      <Group gap={8} mt={8}>
        {actions}
      </Group>
    </Alert>
  ) : (
    <EmptyState icon={IconHistory} title={title} actions={actions}>
      {text}
    </EmptyState>
  );
}
