import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { likelyQuery } from '../api';
import createClasses from '../create/Create.module.css';
import { askMerge } from '../merge/askMerge';
import { enteredFrom } from '../model/likely';
import { type DirectoryRecord, type Kind, pathOf } from '../types';
import classes from './Record.module.css';

/** Below this a record only looks alike. */
const SURE = 0.7;
const SHOWN = 3;

/** Records that are probably this one, with the way to make one of them. */
export function Doubles({ kind, record }: { kind: Kind; record: DirectoryRecord }) {
  const { t } = useTranslation('directory');
  const { data = [] } = useQuery(likelyQuery(kind, enteredFrom(record)));
  const found = data.filter(({ score, record: { id } }) => score >= SURE && id !== record.id).slice(0, SHOWN);
  if (found.length === 0) return null;
  return (
    <section className={`${createClasses.likely} ${classes.doubles}`} aria-label={t('merge.doubles')}>
      <p className={createClasses.likelyTitle}>{t(`merge.likely.${kind}`, { count: found.length })}</p>
      <ul>
        {found.map(({ record: { id, name }, reasons }) => (
          <li key={id}>
            <Link to={`${pathOf(kind)}/${id}`}>{name}</Link>
            <span className={createClasses.reason}>
              {reasons.map((each) => t(`reason.${each}`)).join(', ')}
            </span>
            <Button
              size="compact-sm"
              variant="light"
              color="amber"
              ml="auto"
              aria-label={t('merge.withNamed', { name })}
              onClick={() => askMerge({ id: record.id, otherId: id })}
            >
              {t('merge.open')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
