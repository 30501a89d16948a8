import { SegmentedControl, Skeleton } from '@mantine/core';
import { IconChecklist, IconRefresh } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError, api } from '@/api';
import { useSession } from '@/app/session';
import { CommandButton, type CommandContext, useCommands } from '@/commands';
import { EmptyState, ErrorState, notifyError, PageHeader, useFormat } from '@/ui';
import page from '@/ui/Page.module.css';
import { useForecastLive } from '../live';
import { RunState } from '../models/RunState';
import { isActive, runsQuery, useAfterRuns } from '../models/runs';
import { MEASURES, type Measure } from '../outlook/api';
import { HORIZONS, type Horizon, recordQuery, type TrackRecord } from './api';
import { RecordBody } from './RecordBody';

type Search = Record<string, unknown>;

function useAsked() {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const go = (part: Search) =>
    void navigate({
      to: '.',
      replace: true,
      search: ((now: Search) =>
        Object.fromEntries(
          Object.entries({ ...now, ...part }).filter(([, value]) => value !== undefined),
        )) as never,
    });
  return {
    wanted: HORIZONS.find((each) => each === search.horizon),
    measure: MEASURES.find((each) => each === search.measure) ?? 'booked',
    setHorizon: (next: Horizon) => go({ horizon: next }),
    setMeasure: (next: Measure) => go({ measure: next === 'booked' ? undefined : next }),
  };
}

function useRecordCommands(made: boolean, busy: boolean, setHorizon: (next: Horizon) => void): void {
  const client = useQueryClient();
  const make = async () => {
    try {
      await api.post('/forecast/record');
    } catch (error) {
      notifyError(error);
    } finally {
      await client.invalidateQueries({ queryKey: ['forecast-runs'] });
    }
  };
  useCommands([
    ...(busy
      ? []
      : [
          {
            id: 'forecast.make-record',
            label: made ? 'record:commands.again' : 'record:commands.make',
            icon: IconRefresh,
            group: 'view' as const,
            shortcut: 'shift+r',
            keywords: 'backtest sprawdź prognoza',
            when: ({ can }: CommandContext) => can('manage-pipelines'),
            run: make,
          },
        ]),
    ...HORIZONS.map((horizon, index) => ({
      id: `forecast.record-${horizon}`,
      label: `record:horizon.show.${horizon}`,
      group: 'view' as const,
      shortcut: `${index + 1}`,
      run: () => setHorizon(horizon),
    })),
  ]);
}

function NoRecord({ working }: { working: boolean }) {
  const { t } = useTranslation('record');
  const { can } = useSession();
  return (
    <EmptyState
      icon={IconChecklist}
      title={t('empty.title')}
      actions={<CommandButton id="forecast.make-record" size="sm" />}
    >
      {t('empty.detail')} {!working && !can('manage-pipelines') && t('empty.read')}
    </EmptyState>
  );
}

function Waiting() {
  return (
    <>
      <Skeleton height={92} radius="lg" />
      <Skeleton height={400} radius="lg" />
      <Skeleton height={260} radius="lg" />
    </>
  );
}

/** Until somebody chooses: the quarter, or in a short past the furthest that is over. */
function furthestOver(record: TrackRecord | undefined): Horizon {
  const over = (each: Horizon) => record?.amounts.some(({ horizon }) => horizon === each);
  return [...HORIZONS].reverse().find(over) ?? 'quarter';
}

/** How far the forecast could be trusted so far. */
export function RecordPage() {
  useForecastLive();
  const { t } = useTranslation('record');
  const { can } = useSession();
  const format = useFormat();
  const { wanted, measure, setHorizon, setMeasure } = useAsked();
  const { data, error, refetch, isPlaceholderData } = useQuery(recordQuery(measure));
  const horizon = wanted ?? furthestOver(data);
  const { data: runs = [] } = useQuery(runsQuery);
  useAfterRuns(runs, ['forecast-record', 'outlook', 'outlook-snapshots']);
  const run = runs.find((each) => each.kind === 'backtest');
  const none = error instanceof ApiError && error.code === 'forecast.no-record-yet';
  const busy = run !== undefined && isActive(run);
  useRecordCommands(data !== undefined, busy, setHorizon);
  return (
    <div className={page.page}>
      <PageHeader
        title={t('title')}
        actions={
          data && (
            <>
              <span className={page.asOf}>{t('asOf', { time: format.dateTime(data.asOf) })}</span>
              <CommandButton id="forecast.make-record" variant="default" />
            </>
          )
        }
      >
        {data && (
          <>
            <SegmentedControl
              size="xs"
              aria-label={t('horizon.label')}
              value={horizon}
              onChange={(value) => setHorizon(value as Horizon)}
              data={HORIZONS.map((value) => ({ value, label: t(`horizon.${value}`) }))}
            />
            {data.measures.length > 1 && (
              <SegmentedControl
                size="xs"
                aria-label={t('forecast:measure.label')}
                value={measure}
                onChange={(value) => setMeasure(value as Measure)}
                data={MEASURES.filter((each) => data.measures.includes(each)).map((value) => ({
                  value,
                  label: t(`forecast:measure.${value}`),
                }))}
              />
            )}
          </>
        )}
      </PageHeader>
      <div className={page.scroll} data-waiting={isPlaceholderData || undefined}>
        <div className={page.content}>
          <RunState run={run} mayCancel={can('manage-pipelines')} />
          {none ? (
            <NoRecord working={busy} />
          ) : error && !data ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : data ? (
            <RecordBody record={data} horizon={horizon} />
          ) : (
            <Waiting />
          )}
        </div>
      </div>
    </div>
  );
}
