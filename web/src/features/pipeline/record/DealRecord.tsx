import { ActionIcon, Alert, Menu, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconArrowsDiagonal,
  IconChevronDown,
  IconChevronUp,
  IconDotsVertical,
  IconX,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { CommandButton, CommandIconButton, useCommands } from '@/commands';
import { DateText, ErrorState, Hint, InlineText, RecordSkeleton } from '@/ui';
import { dealQuery } from '../api';
import { DealMenuItems } from '../DealMenuItems';
import { DealSections } from '../DealParts';
import { stepsFrom } from '../model/walk';
import type { Deal } from '../types';
import { DealFields } from './DealFields';
import classes from './Record.module.css';
import { StagePath } from './StagePath';
import { Timeline } from './Timeline';
import { useSaving } from './useSaving';

interface DealRecordProps {
  id: string;
  /** Over a view, or filling the page. */
  place: 'panel' | 'page';
  /** To another deal of the view; null closes. */
  onGo: (id: string | null) => void;
}

const TABS = ['timeline', 'fields'] as const;
type Tab = (typeof TABS)[number];
/** Kept from one deal to the next. */
let lastTab: Tab = 'timeline';

function Banner({ deal }: { deal: Deal }) {
  const { t } = useTranslation('pipeline');
  if (deal.deletedAt) return <Alert color="red" mx={20} mb={12} title={t('record.trashed')} />;
  if (deal.archivedAt) return <Alert color="gray" mx={20} mb={12} title={t('record.archived')} />;
  if (deal.status === 'open') return null;
  const facts = [
    deal.status === 'lost' && deal.outcome && t(`outcome.${deal.outcome}`),
    deal.lostReason?.name,
    deal.competitor,
    deal.lostNote,
  ].filter(Boolean);
  return (
    <div className={classes.banner} data-status={deal.status}>
      <strong>{t(`record.${deal.status}`)}</strong> <DateText value={deal.closedAt} />
      {facts.length > 0 && <span> · {facts.join(' · ')}</span>}
    </div>
  );
}

function Steps({ id, onGo }: { id: string; onGo: (id: string) => void }) {
  const { t } = useTranslation('pipeline');
  const { previous, next, place, count } = stepsFrom(id);
  const go = (to: string | null) => to && onGo(to);
  useCommands([
    {
      id: 'pipeline.previous',
      label: 'pipeline:record.previous',
      group: 'view',
      shortcut: ['[', 'k'],
      when: () => previous !== null,
      run: () => void go(previous),
    },
    {
      id: 'pipeline.next',
      label: 'pipeline:record.next',
      group: 'view',
      shortcut: [']', 'j'],
      when: () => next !== null,
      run: () => void go(next),
    },
  ]);
  if (count === 0) return null;
  return (
    <>
      <Hint label={t('record.previous')} keys="[">
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={!previous}
          aria-label={t('record.previous')}
          onClick={() => go(previous)}
        >
          <IconChevronUp size={18} aria-hidden />
        </ActionIcon>
      </Hint>
      <Hint label={t('record.next')} keys="]">
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={!next}
          aria-label={t('record.next')}
          onClick={() => go(next)}
        >
          <IconChevronDown size={18} aria-hidden />
        </ActionIcon>
      </Hint>
      <span className={classes.count}>{t('record.place', { place, count })}</span>
    </>
  );
}

function Close({ id, color, phone }: { id: string; color: string; phone: boolean }) {
  if (phone) return <CommandIconButton id={id} variant="light" color={color} size={34} />;
  return <CommandButton id={id} size="compact-sm" variant="light" color={color} />;
}

function Head({ deal, place, readOnly, onGo }: DealRecordProps & { deal: Deal; readOnly: boolean }) {
  const { t } = useTranslation('pipeline');
  const navigate = useNavigate();
  const { save, theirs } = useSaving(deal);
  const phone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const Heading = place === 'page' ? 'h1' : 'h2';
  return (
    <header className={classes.head}>
      <div className={classes.bar}>
        <Steps id={deal.id} onGo={onGo} />
        <span className={classes.grow} />
        {deal.status === 'open' && !readOnly && (
          <>
            <Close id="pipeline.won" color="green" phone={phone ?? false} />
            <Close id="pipeline.lost" color="red" phone={phone ?? false} />
          </>
        )}
        {!readOnly && (
          <Menu position="bottom-end" width={250}>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={t('record.more')}>
                <IconDotsVertical size={18} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <DealMenuItems />
            </Menu.Dropdown>
          </Menu>
        )}
        {place === 'panel' && (
          <Hint label={t('record.expand')} keys="o">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('record.expand')}
              onClick={() => void navigate({ to: `/deals/${deal.id}` })}
            >
              <IconArrowsDiagonal size={17} aria-hidden />
            </ActionIcon>
          </Hint>
        )}
        <Hint label={t('record.close')} keys="escape">
          <ActionIcon variant="subtle" color="gray" aria-label={t('record.close')} onClick={() => onGo(null)}>
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Hint>
      </div>
      <Heading className={classes.title} id="deal-title" tabIndex={-1}>
        <InlineText
          label={t('field.title')}
          readOnly={readOnly}
          value={deal.title}
          validate={(text) => (text.trim() === '' ? t('record.titleNeeded') : null)}
          theirs={theirs('title')}
          onSave={(text, overwrite) => save('title')(text.trim(), overwrite)}
        />
      </Heading>
    </header>
  );
}

/** A deal: its way through the stages, what happened to it, and its fields. */
export function DealRecord({ id, place, onGo }: DealRecordProps) {
  const { t } = useTranslation('pipeline');
  const { can } = useSession();
  const narrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false });
  const [tab, setTab] = useState<Tab>(lastTab);
  const { data: deal, error, refetch } = useQuery(dealQuery(id));
  if (error && !deal) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!deal) return <RecordSkeleton />;
  const readOnly = !can('write') || deal.deletedAt !== null;
  const timeline = <Timeline deal={deal} readOnly={readOnly} />;
  const fields = <DealFields deal={deal} readOnly={readOnly} />;
  return (
    <article className={classes.record} aria-labelledby="deal-title">
      <Head id={id} deal={deal} place={place} readOnly={readOnly} onGo={onGo} />
      <Banner deal={deal} />
      <StagePath deal={deal} readOnly={readOnly} />
      {deal.status === 'open' && !deal.deletedAt && (
        <DealSections dealId={deal.id} pipelineId={deal.pipelineId} />
      )}
      {narrow ? (
        <Tabs
          className={classes.tabs}
          value={tab}
          onChange={(next) => {
            lastTab = next as Tab;
            setTab(lastTab);
          }}
        >
          <Tabs.List grow>
            {TABS.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {t(`record.tab.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="timeline">{timeline}</Tabs.Panel>
          <Tabs.Panel value="fields">{fields}</Tabs.Panel>
        </Tabs>
      ) : (
        <div className={classes.halves}>
          {timeline}
          {fields}
        </div>
      )}
    </article>
  );
}
