import { ActionIcon, Alert, SegmentedControl, Tooltip } from '@mantine/core';
import { IconDownload, IconRefresh } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api, apiUrl } from '@/api';
import { useSession } from '@/app/session';
import { CommandButton, useCommands } from '@/commands';
import { ErrorState, notifyError, PageHeader, useFormat } from '@/ui';
import page from '@/ui/Page.module.css';
import { useForecastLive } from '../live';
import { runsQuery, useAfterRuns } from '../models/runs';
import { isWhole, MEASURES, type Measure, outlookQuery, snapshotsQuery, USUAL } from './api';
import { Ended } from './Ended';
import { OutlookBody, OutlookSkeleton } from './OutlookBody';
import { NotYet, SimulationState } from './Simulation';
import { SnapshotPicker } from './SnapshotPicker';

type Search = Record<string, unknown>;

function useAsked() {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const measure = MEASURES.find((each) => each === search.measure) ?? 'booked';
  const snapshot = typeof search.snapshot === 'string' ? search.snapshot : undefined;
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
    measure,
    snapshot,
    setMeasure: (next: Measure) => go({ measure: next === 'booked' ? undefined : next }),
    setSnapshot: (next: string | undefined) => go({ snapshot: next }),
  };
}

function useForecastCommands(
  offered: readonly Measure[],
  setMeasure: (measure: Measure) => void,
  setSnapshot: (id: string | undefined) => void,
): { asking: boolean; simulate: () => Promise<void> } {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const simulate = async () => {
    setAsking(true);
    try {
      await api.post('/forecast/simulations');
      await client.invalidateQueries({ queryKey: ['forecast-runs'] });
      setSnapshot(undefined);
    } catch (error) {
      notifyError(error);
    } finally {
      setAsking(false);
    }
  };
  useCommands([
    {
      id: 'forecast.simulate',
      label: 'forecast:commands.simulate',
      icon: IconRefresh,
      group: 'view',
      shortcut: 'shift+r',
      keywords: 'symulacja prognoza forecast simulation',
      when: ({ can }) => can('manage-pipelines'),
      run: simulate,
    },
    ...offered.map((measure, index) => ({
      id: `forecast.${measure}`,
      label: `forecast:commands.${measure}`,
      group: 'view' as const,
      shortcut: `${index + 1}`,
      run: () => setMeasure(measure),
    })),
  ]);
  return { asking, simulate };
}

/** Revenue and cash-in ahead, as a range; as it stands, or as it stood. */
export function ForecastPage() {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const { can } = useSession();
  useForecastLive();
  const { measure, snapshot, setMeasure, setSnapshot } = useAsked();
  const { data, error, refetch, isPlaceholderData } = useQuery(outlookQuery(measure, snapshot));
  const { data: snapshots = [] } = useQuery(snapshotsQuery);
  const { data: runs = [] } = useQuery(runsQuery);
  useAfterRuns(runs, [
    'outlook',
    'outlook-snapshots',
    'outlook-told',
    'outlook-target',
    'outlook-levers',
    'outlook-deals',
  ]);
  const offered = data?.measures ?? USUAL;
  const { asking, simulate } = useForecastCommands(offered, setMeasure, setSnapshot);
  const afterwards = snapshots.some(({ id, backtested }) => backtested && id === snapshot);
  const run = runs.find((each) => each.kind === 'simulation');
  const notYet = error instanceof ApiError && error.code === 'forecast.not-yet';
  return (
    <div className={page.page}>
      <PageHeader
        title={t('nav')}
        long
        actions={
          <>
            {data && <span className={page.asOf}>{t('asOf', { time: format.dateTime(data.asOf) })}</span>}
            {data && isWhole(data) && can('export') && (
              <Tooltip label={t('exportMonths')}>
                <ActionIcon
                  component="a"
                  href={apiUrl('/forecast/outlook.csv', { measure, snapshot })}
                  download
                  variant="default"
                  size="md"
                  aria-label={t('exportMonths')}
                >
                  <IconDownload size={16} aria-hidden />
                </ActionIcon>
              </Tooltip>
            )}
            {!notYet && <CommandButton id="forecast.simulate" size="xs" variant="default" />}
          </>
        }
      >
        {!notYet && (
          <SegmentedControl
            size="xs"
            aria-label={t('measure.label')}
            value={measure}
            onChange={(value) => setMeasure(value as Measure)}
            data={offered.map((value) => ({ value, label: t(`measure.${value}`) }))}
          />
        )}
        <SnapshotPicker
          snapshot={snapshot}
          endedOn={data?.ended ? data.knownUntil : undefined}
          onPick={setSnapshot}
        />
      </PageHeader>
      <div className={page.scroll} data-waiting={isPlaceholderData || undefined}>
        <div className={page.content}>
          <SimulationState run={run} />
          {snapshot && data && (
            <Alert
              color="amber"
              p="xs"
              withCloseButton
              closeButtonLabel={t('snapshot.close')}
              onClose={() => setSnapshot(undefined)}
            >
              {t(afterwards ? 'snapshot.noticeAfterwards' : 'snapshot.notice', {
                time: afterwards ? format.date(data.asOf) : format.dateTime(data.asOf),
              })}
            </Alert>
          )}
          {notYet ? (
            <NotYet
              onMake={simulate}
              making={asking || run?.status === 'queued' || run?.status === 'running'}
            />
          ) : error && !data ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : data ? (
            <>
              {data.ended && !snapshot && <Ended outlook={data} onOpen={setSnapshot} />}
              {(snapshot || !data.ended || data.open > 0) && (
                <OutlookBody outlook={data} snapshot={snapshot} />
              )}
            </>
          ) : (
            <OutlookSkeleton />
          )}
        </div>
      </div>
    </div>
  );
}
