import { Radio, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/ui';
import { peopleQuery } from '../api';
import classes from '../Import.module.css';
import type { Import, OwnerMode, Proposals } from '../types';
import { useCounted } from '../useCounted';
import type { Draft } from '../useDraft';

const MODES: OwnerMode[] = ['create', 'match', 'none'];
const FIRST = 12;

/** The people the files name: found here, made as placeholders, or left out. */
export function PeoplePanel(props: { data: Import; draft: Draft; proposals: Proposals }) {
  const { data, draft, proposals } = props;
  const { t } = useTranslation('exchange');
  const counted = useCounted();
  const { data: people } = useQuery(peopleQuery);
  const [all, setAll] = useState(false);
  const source = data.files.find((file) => file.entity === 'person');
  if (proposals.owners.length === 0) return null;
  const mode = data.options.ownerMode ?? 'create';
  const chosen = data.options.owners ?? {};
  const matched = proposals.owners.filter((each) => each.user || chosen[each.value]);
  const unknown = proposals.owners.filter((each) => !each.user);
  // Where a file brings the people along, asking about each of them would only be in the way.
  const few = source ? 0 : FIRST;
  const shown = all ? unknown : unknown.slice(0, few);
  const choose = (value: string, user: string | null) => {
    const { [value]: _, ...others } = chosen;
    draft.changeOptions({ owners: user ? { ...others, [value]: user } : others });
  };
  const missing = proposals.owners.length - matched.length;
  const told = [
    matched.length > 0 && counted('exchange:people.matched', matched.length),
    missing > 0 && counted('exchange:people.unknown', missing),
  ];
  return (
    <Panel
      title={t('people.title')}
      lead={source ? t('people.inFile', { file: source.name }) : told.filter(Boolean).join(' ')}
    >
      <Radio.Group
        aria-label={t('people.mode')}
        value={mode}
        onChange={(value) => draft.changeOptions({ ownerMode: value as OwnerMode })}
      >
        <Stack gap={8}>
          {MODES.map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`people.${value}`)}
              description={t(`people.${value}Help`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {shown.length > 0 && mode !== 'none' && (
        <div className={classes.scroll} style={{ marginTop: 14 }}>
          <table className={`${classes.table} ${classes.stackable}`}>
            <thead>
              <tr>
                <th scope="col">{t('people.inFiles')}</th>
                <th scope="col">{t('people.here')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ value }) => (
                <tr key={value}>
                  <th scope="row">{value}</th>
                  <td>
                    <Select
                      size="xs"
                      maw={260}
                      searchable
                      clearable
                      aria-label={t('people.who', { name: value })}
                      placeholder={t(mode === 'create' ? 'people.placeholder' : 'people.nobody')}
                      data={(people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                      value={chosen[value] ?? null}
                      onChange={(user) => choose(value, user)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!all && unknown.length > few && mode !== 'none' && (
        <button type="button" className={classes.quiet} onClick={() => setAll(true)}>
          {counted('exchange:people.showAll', unknown.length)}
        </button>
      )}
    </Panel>
  );
}
