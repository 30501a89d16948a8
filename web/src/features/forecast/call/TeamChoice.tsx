import { Select } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallTable } from './api';
import type { Place } from './usePlace';

/** Whose table: everyone's, or a team's with those below it. */
export function TeamChoice({ table, place }: { table: CallTable; place: Place }) {
  const { t } = useTranslation('call');
  const { team } = place.asked;
  if (table.teams.length < 2 && !team) return null;
  return (
    <Select
      size="xs"
      w={190}
      leftSection={<IconUsersGroup size={15} aria-hidden />}
      aria-label={t('team.choose')}
      allowDeselect={false}
      searchable={table.teams.length > 8}
      value={team ?? ''}
      onChange={(next) => place.go({ team: next || undefined })}
      data={[
        { value: '', label: t('team.everyone') },
        ...table.teams.map(({ id, name, depth }) => ({
          value: id,
          label: `${'\u2003'.repeat(depth)}${name ?? ''}`,
        })),
      ]}
    />
  );
}
