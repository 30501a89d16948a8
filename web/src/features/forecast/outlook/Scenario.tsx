import { Button, MultiSelect, NumberInput, Select, Text } from '@mantine/core';
import { IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api';
import { ErrorState, ProgressBar, useFormat, useSlow } from '@/ui';
import cards from '@/ui/chart/Cards.module.css';
import { pipelinesQuery } from '../models/pipelines';
import { behindQuery, type Scenario as Result, type ScenarioAsked, type Whole } from './api';
import { MathsButton } from './Maths';
import classes from './Outlook.module.css';
import { ScenarioResult } from './ScenarioResult';

interface Wish {
  deals: string[];
  days: number;
  stage: string | null;
  stagePercent: number;
  arrivals: number;
  arrivalsFrom: string | null;
  reps: number;
  repsFrom: string | null;
}

const NOTHING: Wish = {
  deals: [],
  days: 30,
  stage: null,
  stagePercent: 10,
  arrivals: 0,
  arrivalsFrom: null,
  reps: 0,
  repsFrom: null,
};

/** What is asked of the server; null when nothing is to be otherwise. */
export function asked(wish: Wish): ScenarioAsked | null {
  const request: ScenarioAsked = {
    ...(wish.deals.length > 0 && { slips: Object.fromEntries(wish.deals.map((id) => [id, wish.days])) }),
    ...(wish.stage && { stageId: wish.stage, stageFactor: 1 + wish.stagePercent / 100 }),
    ...(wish.arrivals !== 0 && {
      arrivalsFactor: 1 + wish.arrivals / 100,
      ...(wish.arrivalsFrom && { arrivalsFrom: wish.arrivalsFrom }),
    }),
    ...(wish.reps > 0 && {
      newReps: wish.reps,
      ...(wish.repsFrom && { newRepsFrom: wish.repsFrom }),
    }),
  };
  return Object.keys(request).length > 0 ? request : null;
}

function useChoices(outlook: Whole) {
  const format = useFormat();
  const { data: pipelines = [] } = useQuery(pipelinesQuery);
  const { data: deals = [] } = useQuery(behindQuery(outlook.quarters[0]?.label ?? ''));
  return {
    stages: pipelines
      .filter((pipeline) => pipeline.archivedAt === null)
      .map((pipeline) => ({
        group: pipeline.name,
        items: pipeline.stages
          .filter((stage) => stage.kind === 'open')
          .map((stage) => ({ value: stage.id, label: stage.name })),
      })),
    deals: deals.slice(0, 100).map((deal) => ({ value: deal.id, label: deal.title })),
    months: outlook.months.map((row) => ({ value: row.label, label: format.month(row.label) })),
  };
}

/** What would be if: slips, a better stage, more new deals, more people; against the same futures. */
export function Scenario({ outlook }: { outlook: Whole }) {
  const { t } = useTranslation('forecast');
  const id = useId();
  const [wish, setWish] = useState(NOTHING);
  const choices = useChoices(outlook);
  const change = (part: Partial<Wish>) => setWish((now) => ({ ...now, ...part }));
  const run = useMutation({
    mutationFn: (request: ScenarioAsked) =>
      api.post<Result>(`/forecast/scenarios?measure=${outlook.measure}`, request),
  });
  const slow = useSlow(run.isPending);
  const request = asked(wish);
  const [askedNothing, setAskedNothing] = useState(false);
  const lacking = askedNothing && !request;
  const number = (name: 'days' | 'stagePercent' | 'arrivals' | 'reps', label: string, more: object) => (
    <NumberInput
      size="xs"
      label={label}
      allowDecimal={false}
      value={wish[name]}
      onChange={(value) => change({ [name]: typeof value === 'number' ? value : 0 })}
      {...more}
    />
  );
  return (
    <section className={cards.card} data-wide aria-labelledby={id}>
      <header className={cards.cardHead}>
        <h2 id={id} className={cards.cardTitle}>
          {t('scenario.title')}
        </h2>
        <MathsButton outlook={outlook} of="scenario" title={t('scenario.title')} />
        <div className={cards.cardTools}>
          {(request || run.data) && (
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              leftSection={<IconRefresh size={14} aria-hidden />}
              onClick={() => {
                setWish(NOTHING);
                run.reset();
              }}
            >
              {t('scenario.reset')}
            </Button>
          )}
          <Button
            size="xs"
            leftSection={<IconPlayerPlay size={14} aria-hidden />}
            loading={run.isPending}
            onClick={() => (request ? run.mutate(request) : setAskedNothing(true))}
          >
            {t('scenario.run')}
          </Button>
        </div>
      </header>
      <p className={classes.note}>{t('scenario.lead')}</p>
      {lacking && (
        <Text size="sm" c="red" role="status">
          {t('scenario.needed')}
        </Text>
      )}
      <div className={classes.wishes}>
        <fieldset>
          <legend>{t('scenario.slip')}</legend>
          <MultiSelect
            size="xs"
            label={t('scenario.deals')}
            data={choices.deals}
            value={wish.deals}
            onChange={(deals) => change({ deals })}
            searchable
            clearable
            nothingFoundMessage={t('scenario.nothing')}
          />
          {number('days', t('scenario.days'), { min: 1, max: 730 })}
        </fieldset>
        <fieldset>
          <legend>{t('scenario.stage')}</legend>
          <Select
            size="xs"
            label={t('scenario.whichStage')}
            data={choices.stages}
            value={wish.stage}
            onChange={(stage) => change({ stage })}
            clearable
          />
          {number('stagePercent', t('scenario.percent'), { min: -90, max: 900, suffix: ' %' })}
        </fieldset>
        <fieldset>
          <legend>{t('scenario.arrivals')}</legend>
          {number('arrivals', t('scenario.percent'), { min: -90, max: 900, suffix: ' %', step: 10 })}
          <Select
            size="xs"
            label={t('scenario.from')}
            placeholder={t('scenario.now')}
            data={choices.months}
            value={wish.arrivalsFrom}
            onChange={(arrivalsFrom) => change({ arrivalsFrom })}
            clearable
          />
        </fieldset>
        <fieldset>
          <legend>{t('scenario.reps')}</legend>
          {number('reps', t('scenario.howMany'), { min: 0, max: 500 })}
          <Select
            size="xs"
            label={t('scenario.from')}
            placeholder={t('scenario.now')}
            data={choices.months}
            value={wish.repsFrom}
            onChange={(repsFrom) => change({ repsFrom })}
            clearable
          />
        </fieldset>
      </div>
      {slow && <ProgressBar label={t('scenario.running')} value={null} />}
      {run.error && <ErrorState error={run.error} onRetry={() => request && run.mutate(request)} />}
      {run.data && <ScenarioResult result={run.data} currency={outlook.currency} />}
    </section>
  );
}
