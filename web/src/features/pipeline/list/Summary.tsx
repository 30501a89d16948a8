import { SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Money } from '@/ui';
import { GROUPINGS } from '../model/groups';
import type { DealPage } from '../types';
import classes from './List.module.css';

interface SummaryProps {
  /** The first page, which counts all. */
  first: DealPage | undefined;
  state: string;
  by: string | null | undefined;
  onState: (state: string) => void;
  onGroup: (by: string | null) => void;
}

/** How many deals these are and their sum; which ones, and how they are grouped. */
export function Summary({ first, state, by, onState, onGroup }: SummaryProps) {
  const { t } = useTranslation('pipeline');
  return (
    <div className={classes.summary}>
      {first?.count !== undefined && (
        <>
          <strong>{t('list.count', { count: first.count })}</strong>
          {first.total !== undefined && (
            <span>
              {t('list.total')} <Money amount={first.total} currency={first.currency} />
            </span>
          )}
          {Boolean(first.unvalued) && <span>{t('board.unvalued', { count: first.unvalued })}</span>}
        </>
      )}
      <div className={classes.arrange}>
        <SegmentedControl
          size="xs"
          aria-label={t('list.state')}
          data={statesOffered(state).map((value) => ({ value, label: t(`state.${value}`) }))}
          value={state}
          onChange={onState}
        />
        <Select
          size="xs"
          className={classes.grouping}
          aria-label={t('group.label')}
          allowDeselect={false}
          data={[
            { value: '', label: t('group.none') },
            ...GROUPINGS.map((each) => ({ value: each, label: t(`group.by.${each}`) })),
          ]}
          value={by ?? ''}
          onChange={(value) => onGroup(value || null)}
        />
      </div>
    </div>
  );
}

/** Deals as figures count them are only reached from a figure, so that choice is only offered there. */
function statesOffered(state: string) {
  const always = ['active', 'archived', 'trashed'] as const;
  return state === 'counted' ? ([...always, 'counted'] as const) : always;
}
