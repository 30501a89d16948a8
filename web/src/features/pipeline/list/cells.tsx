import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText, InlineEdit, PersonAvatar } from '@/ui';
import { DateField } from '@/ui/dates';
import { peopleQuery } from '../api';
import { useSaving } from '../record/useSaving';
import type { Deal } from '../types';
import classes from './List.module.css';

/** A day edited in its cell. */
export function DayCell({ deal, field }: { deal: Deal; field: 'expectedClose' | 'nextStepOn' }) {
  const { t } = useTranslation('pipeline');
  const { save, theirs } = useSaving(deal);
  return (
    <div className={classes.oneLine}>
      <InlineEdit
        label={t(`field.${field}`)}
        value={deal[field]}
        display={deal[field] && <DateText value={deal[field]} />}
        theirs={theirs(field)}
        onSave={save(field)}
        editor={({ value, onChange, label, error }) => (
          <DateField size="xs" aria-label={label} value={value} error={error} onChange={onChange} />
        )}
      />
    </div>
  );
}

/** The owner, chosen in its cell. */
export function OwnerCell({ deal }: { deal: Deal }) {
  const { t } = useTranslation('pipeline');
  const { data: people = [] } = useQuery(peopleQuery);
  const { save, theirs } = useSaving(deal);
  return (
    <div className={classes.oneLine}>
      <InlineEdit
        label={t('field.owner')}
        value={deal.owner?.id ?? null}
        display={
          deal.owner && (
            <span className={classes.person}>
              <PersonAvatar name={deal.owner.name} size={20} named={false} />
              <span className={classes.cut}>{deal.owner.name}</span>
            </span>
          )
        }
        theirs={theirs('owner')}
        onSave={save('ownerId')}
        editor={({ value, commit, label, error }) => (
          <Select
            size="xs"
            aria-label={label}
            searchable
            defaultDropdownOpened
            error={error}
            comboboxProps={{ width: 220, position: 'bottom-start' }}
            data={people
              .filter((person) => person.status !== 'deactivated')
              .map(({ id, name }) => ({ value: id, label: name }))}
            value={value}
            onChange={commit}
          />
        )}
      />
    </div>
  );
}
