import { Select } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CommandButton, useCommands } from '@/commands';
import { useFormat } from '@/ui';
import { quarterText, useToday } from '../chance/words';
import { type Snapshot, snapshotsQuery } from './api';
import { lastQuarter, pastSnapshots } from './snapshots';

interface SnapshotPickerProps {
  /** The one shown; left out: the present one. */
  snapshot: string | undefined;
  /** Last day of the data, where they end long before the present. */
  endedOn: string | undefined;
  onPick: (id: string | undefined) => void;
}

/** As it stands now, or as it stood: taken then, or made afterwards from what was known then; last quarter one click away. */
export function SnapshotPicker({ snapshot, endedOn, onPick }: SnapshotPickerProps) {
  const { t, i18n } = useTranslation('forecast');
  const format = useFormat();
  const today = useToday();
  const { data: snapshots = [] } = useQuery(snapshotsQuery);
  const past = pastSnapshots(snapshots);
  const last = lastQuarter(snapshots, today, endedOn);
  useCommands(
    last
      ? [
          {
            id: 'forecast.last-quarter',
            label: 'forecast:commands.lastQuarter',
            labelValues: { quarter: quarterText(last.quarter, i18n.language) },
            icon: IconHistory,
            group: 'view',
            shortcut: 'l',
            keywords: 'last quarter ostatni poprzedni kwartał',
            run: () => onPick(last.snapshot.id),
          },
        ]
      : [],
  );
  if (past.length === 0) return null;
  const option = ({ id, asOf, backtested }: Snapshot) => ({
    value: id,
    // Those made afterwards are of the start of a day.
    label: t('snapshot.of', { time: backtested ? format.date(asOf) : format.dateTime(asOf) }),
  });
  const groups = [
    { group: t('snapshot.taken'), items: past.filter(({ backtested }) => !backtested).map(option) },
    { group: t('snapshot.afterwards'), items: past.filter(({ backtested }) => backtested).map(option) },
  ];
  return (
    <>
      <Select
        size="xs"
        w={252}
        leftSection={<IconHistory size={15} aria-hidden />}
        aria-label={t('snapshot.label')}
        allowDeselect={false}
        searchable={past.length > 12}
        nothingFoundMessage={t('scenario.nothing')}
        maxDropdownHeight={340}
        value={snapshot ?? ''}
        onChange={(value) => onPick(value || undefined)}
        data={[{ value: '', label: t('snapshot.newest') }, ...groups.filter(({ items }) => items.length > 0)]}
      />
      {last && last.snapshot.id !== snapshot && (
        <CommandButton id="forecast.last-quarter" variant="default" />
      )}
    </>
  );
}
