import { Badge, Button, Skeleton } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api';
import { useSession } from '@/app/session';
import { ErrorState, notifyError, Panel, useFormat } from '@/ui';
import { SortableTable, type TableColumn } from '@/ui/chart/SortableTable';
import { type ModelVersion, modelsQuery } from '../chance/api';
import { TierBadge } from '../chance/TierBadge';
import classes from './Models.module.css';
import { RunState } from './RunState';
import { isActive, type Run } from './runs';

interface PipelineModelProps {
  pipeline: { id: string; name: string };
  runs: readonly Run[];
}

function Facts({ model }: { model: ModelVersion }) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const slope = model.slope < 0.85 ? 'tooSure' : model.slope > 1.15 ? 'tooShy' : 'good';
  const gain = model.loss !== null && model.lossBefore !== null ? 1 - model.loss / model.lossBefore : null;
  const facts: [string, string, string][] = [
    [
      t('models.learntFrom'),
      t('tier.resolved', { count: model.resolved, n: format.number(model.resolved) }),
      t('tier.won', { count: model.won, n: format.number(model.won) }),
    ],
    // Without a past to measure against, a slope of one is no merit.
    model.loss === null
      ? [t('models.slope'), '–', t('models.notMeasured')]
      : [t('models.slope'), format.number(model.slope, 2), t(`models.slope_.${slope}`)],
    [
      t('models.loss'),
      model.loss === null ? '–' : format.number(model.loss, 3),
      gain === null
        ? t('models.noBefore')
        : Math.abs(gain) < 0.0005
          ? t('models.same')
          : t(gain > 0 ? 'models.better' : 'models.worse', { share: format.percent(Math.abs(gain), 1) }),
    ],
    [t('models.trained'), format.dateTime(model.trainedAt), t('models.version', { version: model.version })],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value, detail]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          <dd className={classes.detail}>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}

function Versions({ name, models }: { name: string; models: readonly ModelVersion[] }) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const number = (
    id: 'resolved' | 'won' | 'slope' | 'loss' | 'lossBefore',
    header: string,
    digits = 0,
  ): TableColumn<ModelVersion> => ({
    id,
    header,
    value: (row) => row[id],
    cell: (row) => (row[id] === null ? '–' : format.number(row[id], digits)),
  });
  const columns: TableColumn<ModelVersion>[] = [
    {
      id: 'version',
      header: t('models.column.version'),
      left: true,
      value: (row) => row.version,
      cell: (row) => (
        <span className={classes.version}>
          {format.number(row.version)}
          {row.inUse && (
            <Badge size="sm" variant="light" tt="none">
              {t('models.inUse')}
            </Badge>
          )}
        </span>
      ),
    },
    {
      id: 'asOf',
      header: t('tier.asOf'),
      left: true,
      value: (row) => row.asOf,
      cell: (row) => format.dateTime(row.asOf),
    },
    {
      id: 'tier',
      header: t('models.column.tier'),
      left: true,
      cell: (row) => t(`tier.${row.tier}.badge`),
      value: (row) => row.tier,
    },
    number('resolved', t('models.column.resolved')),
    number('won', t('models.column.won')),
    number('slope', t('models.slope'), 2),
    number('loss', t('models.loss'), 3),
    number('lossBefore', t('models.column.lossBefore'), 3),
  ];
  return (
    <details className={classes.history}>
      <summary>{t('models.history', { count: models.length })}</summary>
      <SortableTable
        label={t('models.historyOf', { pipeline: name })}
        rows={models}
        rowId={(row) => row.id}
        columns={columns}
      />
    </details>
  );
}

/** A pipeline's model: how much its data carry, how good it was, and having it trained anew. */
export function PipelineModel({ pipeline, runs }: PipelineModelProps) {
  const { t } = useTranslation('forecast');
  const { can } = useSession();
  const client = useQueryClient();
  const { data: models, error, refetch } = useQuery(modelsQuery(pipeline.id));
  const run = runs.find((each) => each.kind === 'training' && each.pipelineId === pipeline.id);
  const train = useMutation({
    mutationFn: () => api.post<Run>(`/forecast/models?pipeline=${pipeline.id}`),
    onError: notifyError,
    onSettled: () => client.invalidateQueries({ queryKey: ['forecast-runs'] }),
  });
  const model = models?.find((each) => each.inUse);
  const busy = train.isPending || (run !== undefined && isActive(run));
  return (
    <Panel
      title={pipeline.name}
      lead={model && <TierBadge model={model} />}
      actions={
        can('manage-pipelines') &&
        !busy && (
          <Button
            size="xs"
            variant={model ? 'default' : 'filled'}
            leftSection={<IconRefresh size={15} aria-hidden />}
            aria-label={t('models.trainOf', { pipeline: pipeline.name })}
            onClick={() => train.mutate()}
          >
            {t('models.train')}
          </Button>
        )
      }
    >
      <RunState run={run} mayCancel={can('manage-pipelines')} />
      {error && !models ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !models ? (
        <Skeleton height={64} />
      ) : model ? (
        <Facts model={model} />
      ) : (
        <p className={classes.note}>{t(can('manage-pipelines') ? 'models.none' : 'models.noneRead')}</p>
      )}
      {models && models.length > 0 && <Versions name={pipeline.name} models={models} />}
    </Panel>
  );
}
