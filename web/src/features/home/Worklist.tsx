import { Button, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/app/session';
import { DateText, EmptyState, ErrorState, ListSkeleton, Money, useFormat } from '@/ui';
import { MOST_DEALS, type Scope, workQuery } from './api';
import { dayIn } from './days';
import classes from './Home.module.css';
import { type HomeDeal, SECTIONS, type Section, worklist } from './work';

const FIRST = 8;

function DealRow({ deal, section, named }: { deal: HomeDeal; section: Section; named: boolean }) {
  const { t } = useTranslation('home');
  const who = [deal.company?.name, named && deal.owner?.name].filter(Boolean).join(' · ');
  const day = section === 'overdue' || section === 'today' ? deal.nextStepOn : deal.expectedClose;
  return (
    <li>
      <Link to="/deals/$dealId" params={{ dealId: deal.id } as never} className={classes.deal}>
        <span className={classes.dealTitle}>
          {deal.title}
          <small>{who}</small>
        </span>
        <span className={classes.dealStep}>{deal.nextStep ?? t('work.none')}</span>
        <span className={classes.dealAmount}>
          <Money amount={deal.amount} currency={deal.currency} whole={!deal.amount?.includes('.')} />
        </span>
        <span className={classes.dealDay} data-late={section === 'overdue' || undefined}>
          {day ? <DateText value={day} /> : t('work.noDay')}
        </span>
      </Link>
    </li>
  );
}

interface GroupProps {
  section: Section;
  deals: HomeDeal[];
  named: boolean;
  /** There are more deals than were looked at. */
  cut: boolean;
}

function Group({ section, deals, named, cut }: GroupProps) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const [all, setAll] = useState(false);
  if (deals.length === 0) return null;
  const shown = all ? deals : deals.slice(0, FIRST);
  return (
    <section className={classes.group} aria-label={t(`work.${section}`)}>
      <Title order={2} size="h3" className={classes.groupTitle}>
        {t(`work.${section}`)}{' '}
        <span className="n-figure">{`${format.number(deals.length)}${cut ? '+' : ''}`}</span>
      </Title>
      <ul className={classes.deals}>
        {shown.map((deal) => (
          <DealRow key={deal.id} deal={deal} section={section} named={named} />
        ))}
      </ul>
      {shown.length < deals.length && (
        <Button variant="subtle" size="xs" mt={6} onClick={() => setAll(true)}>
          {t('work.showAll', { count: deals.length, n: format.number(deals.length) })}
        </Button>
      )}
    </section>
  );
}

/** The open deals that ask for something today, under what they ask for. */
export function Worklist({ scope }: { scope: Scope }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { user, workspace } = useMe();
  const today = dayIn(workspace.zone);
  const { data, error, refetch } = useQuery(workQuery(scope, user.id, today));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton rows={6} />;
  const lists = worklist(data.items, today);
  const quiet = SECTIONS.every((section) => lists[section].length === 0);
  return (
    <>
      {quiet && (
        <EmptyState icon={IconCircleCheck} title={t(data.none ? 'work.noDeals' : 'work.quiet')}>
          {t(data.none ? 'work.noDealsDetail' : 'work.quietDetail')}
        </EmptyState>
      )}
      {SECTIONS.map((section) => (
        <Group
          key={section}
          section={section}
          deals={lists[section]}
          named={scope === 'all'}
          cut={lists[section].length >= MOST_DEALS}
        />
      ))}
      {data.cut && (
        <p className={classes.limit}>
          {t('work.first', { count: MOST_DEALS, n: format.number(MOST_DEALS) })}
        </p>
      )}
    </>
  );
}
