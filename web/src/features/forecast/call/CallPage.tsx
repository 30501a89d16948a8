import { ActionIcon, Alert, Button, SegmentedControl, Select, Skeleton, Tooltip } from '@mantine/core';
import {
  IconChevronLeft,
  IconChevronRight,
  IconDownload,
  IconTarget,
  IconTargetArrow,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiUrl } from '@/api';
import { useSession } from '@/app/session';
import { CommandButton } from '@/commands';
import { EmptyState, ErrorState, PageHeader, useFormat } from '@/ui';
import page from '@/ui/Page.module.css';
import { useForecastLive } from '../live';
import { asKind, kindOf, type PeriodKind } from './amounts';
import { type CallRow, type CallTable, callQuery, weeksQuery } from './api';
import classes from './Call.module.css';
import { CallMaths } from './CallMaths';
import { DealsDrawer, type Shown } from './DealsDrawer';
import { HistoryDrawer } from './HistoryDrawer';
import { QuotaDialog } from './QuotaDialog';
import { SubmitDialog } from './SubmitDialog';
import { TeamChoice } from './TeamChoice';
import { TreeTable } from './TreeTable';
import { type Place, usePlace } from './usePlace';

/** `IV kwartał 2026`, `November 2026`. */
function usePeriodName(): (period: string) => string {
  const { t } = useTranslation('call');
  const format = useFormat();
  return (period) =>
    kindOf(period) === 'month'
      ? format.month(period)
      : t('quarter', { quarter: t(`roman.${period.slice(6)}`), year: period.slice(0, 4) });
}

function Tools({ table, place }: { table: CallTable; place: Place }) {
  const { t } = useTranslation('call');
  const format = useFormat();
  const name = usePeriodName();
  const { data: weeks = [] } = useQuery(weeksQuery(table.period));
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: format.zone }).format(new Date());
  const step = (to: string, label: string, Icon: typeof IconChevronLeft) => (
    <Tooltip label={name(to)}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={label}
        onClick={() => place.go({ period: to, asOf: undefined })}
      >
        <Icon size={17} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <>
      <div className={classes.period}>
        {step(table.previous, t('previous'), IconChevronLeft)}
        <span className={classes.periodName} aria-live="polite">
          {name(table.period)}
        </span>
        {step(table.next, t('next'), IconChevronRight)}
      </div>
      <SegmentedControl
        size="xs"
        aria-label={t('periodKind')}
        value={kindOf(table.period)}
        onChange={(kind) =>
          place.go({ period: asKind(table.period, kind as PeriodKind, today), asOf: undefined })
        }
        data={[
          { value: 'quarter', label: t('quarters') },
          { value: 'month', label: t('months') },
        ]}
      />
      {(weeks.length > 0 || table.week) && (
        <Select
          size="xs"
          w={190}
          aria-label={t('stood.choose')}
          allowDeselect={false}
          value={table.week ?? 'now'}
          onChange={(week) =>
            place.go({ period: table.period, asOf: week === 'now' ? undefined : (week ?? undefined) })
          }
          data={[
            { value: 'now', label: t('stood.now') },
            ...weeks.map(({ week }) => ({ value: week, label: t('stood.week', { day: format.date(week) }) })),
          ]}
        />
      )}
      <TeamChoice table={table} place={place} />
      <CallMaths table={table} />
    </>
  );
}

function Notes({ table }: { table: CallTable }) {
  const { t } = useTranslation('call');
  const format = useFormat();
  const top = table.rows.find((row) => row.depth === 0);
  return (
    <div className={classes.notes}>
      <p>
        {table.over
          ? t('note.over')
          : t('note.passed', { share: format.percent(table.fraction), day: format.date(table.last) })}{' '}
        {t('note.all')}
      </p>
      <p>{table.basis ? t(`note.basis.${table.basis}`) : t('note.noModel')}</p>
      <p>{t('note.categories')}</p>
      {table.withoutCloseDate > 0 && (
        <p>
          <Link to={'/deals' as never} search={{ status: 'open' } as never} className={classes.link}>
            {t('note.noCloseDate', { count: table.withoutCloseDate })}
          </Link>
        </p>
      )}
      {top && top.noAmount > 0 && <p>{t('note.noAmount', { count: top.noAmount })}</p>}
    </div>
  );
}

const isBare = (table: CallTable) =>
  table.rows.every((row) => row.wonCount + row.openCount === 0 && !row.quota && !row.commit && !row.call);

export function CallPage() {
  const { t } = useTranslation('call');
  const { can } = useSession();
  const format = useFormat();
  useForecastLive();
  const place = usePlace();
  const { data, error, refetch, isPlaceholderData } = useQuery(callQuery(place.asked));
  const [said, setSaid] = useState<CallRow | null>(null);
  const [history, setHistory] = useState<CallRow | null>(null);
  const [deals, setDeals] = useState<Shown | null>(null);
  const [quotas, setQuotas] = useState(false);
  const leads = data?.rows.some((row) => row.mayLead) && !data.week && !data.over;
  const mine = data?.rows.find((row) => row.id === data.me && row.maySubmit);
  return (
    <div className={page.page}>
      <PageHeader
        title={t('title')}
        actions={
          data && (
            <>
              {can('export') && (
                <Tooltip label={t('export')}>
                  <ActionIcon
                    component="a"
                    href={apiUrl('/forecast/call.csv', { ...place.asked, period: data.period })}
                    download
                    variant="default"
                    size="lg"
                    aria-label={t('export')}
                  >
                    <IconDownload size={17} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              )}
              {leads && (
                <Button
                  variant="default"
                  leftSection={<IconTarget size={16} aria-hidden />}
                  onClick={() => setQuotas(true)}
                >
                  {t('quota.edit')}
                </Button>
              )}
              {mine && !data.week && !data.over && (
                <Button onClick={() => setSaid(mine)}>{t('submit.mine')}</Button>
              )}
            </>
          )
        }
      >
        {data && <Tools table={data} place={place} />}
      </PageHeader>
      <div className={page.scroll} data-waiting={isPlaceholderData || undefined}>
        {error && !data ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Skeleton height={320} radius="lg" />
        ) : isBare(data) && !leads && !mine ? (
          <EmptyState
            icon={IconTargetArrow}
            title={t('empty.title')}
            actions={<CommandButton id="pipeline.new-deal" />}
          >
            {t('empty.detail')}
          </EmptyState>
        ) : (
          <div className={page.content}>
            {data.week && (
              <Alert color="river" title={t('stood.title', { time: format.dateTime(data.asOf) })}>
                {t('stood.detail')}
              </Alert>
            )}
            {isBare(data) && <Alert color="river">{t('empty.start')}</Alert>}
            <TreeTable table={data} onSubmit={setSaid} onHistory={setHistory} onDeals={setDeals} />
            <Notes table={data} />
          </div>
        )}
      </div>
      {data && said && <SubmitDialog table={data} row={said} onClose={() => setSaid(null)} />}
      {data && quotas && <QuotaDialog table={data} onClose={() => setQuotas(false)} />}
      {data && <HistoryDrawer table={data} row={history} onClose={() => setHistory(null)} />}
      {data && <DealsDrawer table={data} shown={deals} onClose={() => setDeals(null)} />}
    </div>
  );
}
