import { ActionIcon, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { DateText, Hint, Money, PersonAvatar, useErrorText } from '@/ui';
import { dealsOfQuery, peopleOfQuery, stagesQuery } from '../api';
import { askNewRecord } from '../create/newRecord';
import type { Company, DealRow, Kind } from '../types';
import classes from './Record.module.css';

const SHOWN = 5;

interface RelatedProps {
  title: string;
  count: string | null;
  action?: ReactNode;
  pending: boolean;
  error: unknown;
  empty: string | null;
  children: ReactNode;
}

function Related({ title, count, action, pending, error, empty, children }: RelatedProps) {
  const words = useErrorText();
  return (
    <section className={classes.panel} aria-label={title}>
      <div className={classes.panelHead}>
        <h2>
          {title} <span className="n-figure">{count}</span>
        </h2>
        {action}
      </div>
      {pending && <Skeleton height={34} radius="sm" />}
      {Boolean(error) && <span className={classes.soft}>{words(error).title}</span>}
      {empty && <span className={classes.soft}>{empty}</span>}
      {children}
    </section>
  );
}

function DealItem({ deal, stage }: { deal: DealRow; stage: string | undefined }) {
  const { t } = useTranslation('directory');
  const closed = deal.status !== 'open';
  return (
    <li>
      <span className={classes.grow}>
        <Link to={`/deals/${deal.id}`} className={classes.rowLink}>
          {deal.title}
        </Link>
        <span className={`${classes.soft} ${closed ? classes[deal.status] : ''}`}>
          {closed ? t(`status.${deal.status}`) : stage}
        </span>
      </span>
      <span className={classes.end}>
        <Money amount={deal.amount} currency={deal.currency} whole />
        <span className={classes.soft}>
          <DateText value={closed ? deal.closedAt : deal.expectedClose} />
        </span>
      </span>
    </li>
  );
}

const RANK = { open: 0, won: 1, lost: 2 };

/** The deals of a company or a person: the open ones first. */
export function DealsPanel({ kind, id }: { kind: Kind; id: string }) {
  const { t } = useTranslation('directory');
  const { data, error, isPending } = useQuery(dealsOfQuery(kind, id));
  const { data: pipelines = [] } = useQuery(stagesQuery);
  const stages = new Map(
    pipelines.flatMap((each) => each.stages.map((stage) => [stage.id, stage.name] as const)),
  );
  const deals = [...(data?.items ?? [])].sort((a, b) => RANK[a.status] - RANK[b.status]);
  const count = data?.count ?? deals.length;
  return (
    <Related
      title={t('deals')}
      count={data ? String(count) : null}
      pending={isPending}
      error={error}
      empty={data && deals.length === 0 ? t(`noDeals.${kind}`) : null}
    >
      <ul className={classes.rows}>
        {deals.slice(0, SHOWN).map((deal) => (
          <DealItem key={deal.id} deal={deal} stage={stages.get(deal.stageId)} />
        ))}
      </ul>
      {count > SHOWN && (
        <Link to="/deals" search={{ [kind]: id } as never} className={classes.all}>
          {t('allDeals', { count })}
        </Link>
      )}
    </Related>
  );
}

/** The people of a company. */
export function PeoplePanel({ company }: { company: Company }) {
  const { t } = useTranslation('directory');
  const { can } = useSession();
  const { data, error, isPending } = useQuery(peopleOfQuery(company.id));
  const people = data?.items ?? [];
  const count = `${people.length}${data?.next ? '+' : ''}`;
  return (
    <Related
      title={t('list.contact')}
      count={data ? count : null}
      pending={isPending}
      error={error}
      empty={data && people.length === 0 ? t('noPeople') : null}
      action={
        can('write') && !company.deletedAt ? (
          <Hint label={t('commands.new-contact')}>
            <ActionIcon
              variant="subtle"
              size={26}
              aria-label={t('commands.new-contact')}
              onClick={() =>
                askNewRecord({ kind: 'contact', company: { id: company.id, name: company.name }, stay: true })
              }
            >
              <IconPlus size={16} aria-hidden />
            </ActionIcon>
          </Hint>
        ) : undefined
      }
    >
      <ul className={classes.rows}>
        {people.slice(0, SHOWN).map((person) => (
          <li key={person.id}>
            <PersonAvatar name={person.name} size={26} named={false} />
            <span className={classes.grow}>
              <Link to={`/contacts/${person.id}`} className={classes.rowLink}>
                {person.name}
              </Link>
              <span className={classes.soft}>{person.jobTitle ?? person.email ?? person.phone}</span>
            </span>
          </li>
        ))}
      </ul>
      {people.length > SHOWN && (
        <Link to="/contacts" search={{ company: company.id } as never} className={classes.all}>
          {t('allPeople', { count: people.length })}
        </Link>
      )}
    </Related>
  );
}
