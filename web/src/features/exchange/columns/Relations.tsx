import { IconArrowRight, IconLink, IconLinkOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import { proposalsQuery } from '../api';
import classes from '../Import.module.css';
import type { Import, Relation } from '../types';
import { useCounted } from '../useCounted';
import own from './Relations.module.css';

function RelationRow({ data, relation }: { data: Import; relation: Relation }) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const counted = useCounted();
  const from = data.files.find((file) => file.name === relation.fromFile);
  const to = data.files.find((file) => file.name === relation.toFile);
  const column = from?.columns.find((each) => each.index === relation.fromColumn);
  const all = column?.distinct ?? 0;
  const whole = relation.missing.length === 0;
  const Sign = whole ? IconLink : IconLinkOff;
  const missing = relation.missing.slice(0, 5).join(', ');
  return (
    <li className={own.relation} data-whole={whole || undefined}>
      <Sign size={15} aria-hidden />
      <span>
        {relation.fromFile}: <strong>{column?.name}</strong>
      </span>
      <IconArrowRight size={14} aria-hidden />
      <span>{to?.entity ? t(`entity.${to.entity}`) : relation.toFile}</span>
      <span className={`${own.found} n-figure`}>
        {counted('exchange:relation.found', all, {
          found: format.number(Math.round(all * relation.overlap)),
        })}
        {!whole && ` · ${t('relation.missing', { missing })}`}
      </span>
    </li>
  );
}

/** How the files hang together: which column of one names rows of another. */
export function Relations({ data }: { data: Import }) {
  const { t } = useTranslation('exchange');
  const { data: proposals } = useQuery(proposalsQuery(data.id));
  const relations = proposals?.relations ?? [];
  if (relations.length === 0) return null;
  return (
    <section className={classes.body} aria-label={t('relation.title')}>
      <ul className={own.list}>
        {relations.map((relation) => (
          <RelationRow key={`${relation.fromFile}/${relation.fromColumn}`} data={data} relation={relation} />
        ))}
      </ul>
    </section>
  );
}
