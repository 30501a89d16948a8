import { Button, Checkbox, Menu, Select, Stack, Switch } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconRoute } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { ViewsMenu } from '@/app/views/ViewsMenu';
import { CommandButton } from '@/commands';
import { BoardSkeleton, EmptyState, ErrorState, PageHeader } from '@/ui';
import { FilterBar, FilterChips } from '../filters/FilterBar';
import { RiskFilter } from '../filters/RiskFilter';
import { type SavedView, sameView, signOfView, type ViewConfig } from '../filters/views';
import { LayoutSwitch } from '../LayoutSwitch';
import { BOARD_FILTERS, type Filters, filtersKey, readFilters, writeFilters } from '../model/filters';
import type { Pipeline } from '../types';
import classes from './Board.module.css';
import { BoardView } from './BoardView';
import { type CardField, type CardLook, cardFields, PLAIN_LOOK } from './cardLook';
import { useShownPipeline } from './useShownPipeline';

const DealPanel = lazy(() => import('../record/DealPanel'));
type Search = Record<string, unknown>;

function LookMenu({ look, onChange }: { look: CardLook; onChange: (look: CardLook) => void }) {
  const { t } = useTranslation('pipeline');
  return (
    <Menu position="bottom-end" width={230} closeOnItemClick={false}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconAdjustmentsHorizontal size={15} aria-hidden />}>
          {t('board.look')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Stack gap={8} p={8}>
          <Switch
            size="xs"
            label={t('board.compact')}
            checked={look.compact}
            onChange={(event) => onChange({ ...look, compact: event.currentTarget.checked })}
          />
          <Checkbox.Group
            label={t('board.fields')}
            value={[...look.fields]}
            onChange={(fields) => onChange({ ...look, fields: fields as CardField[] })}
          >
            <Stack gap={7} mt={6}>
              {cardFields().map(({ id, label }) => (
                <Checkbox key={id} size="xs" value={id} label={t(label as never)} />
              ))}
            </Stack>
          </Checkbox.Group>
        </Stack>
      </Menu.Dropdown>
    </Menu>
  );
}

function lookOf(view: SavedView): CardLook {
  const fields = cardFields()
    .map((field) => field.id)
    .filter((id) => view.config.columns?.includes(id));
  return { fields: view.config.columns ? fields : PLAIN_LOOK.fields, compact: view.config.compact ?? false };
}

function Board({ pipeline, pipelines }: { pipeline: Pipeline; pipelines: readonly Pipeline[] }) {
  const { t } = useTranslation('pipeline');
  const { can } = useSession();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Search;
  const phone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false });
  const [look, setLook] = useLocalStorage<CardLook>({
    key: 'nurt.board.look',
    defaultValue: PLAIN_LOOK,
    getInitialValueInEffect: false,
  });
  const written = JSON.stringify(filtersKey(readFilters(search, BOARD_FILTERS)));
  const filters = useMemo(() => JSON.parse(written) as Filters, [written]);

  const go = useCallback(
    (change: (search: Search) => Search, replace = true) =>
      void navigate({ to: '.', search: change as never, replace }),
    [navigate],
  );
  const setFilters = useCallback((next: Filters) => go((now) => writeFilters(now, next)), [go]);
  const open = useCallback((deal: string) => go((now) => ({ ...now, deal }), false), [go]);
  const openView = (view: SavedView | null) => {
    if (view === null) return go(() => ({}));
    if (view.config.layout === 'board') setLook(lookOf(view));
    const { pipeline: home, ...rest } = view.config.filters;
    const to = view.config.layout === 'list' ? '/deals' : `/board/${home?.[0] ?? pipeline.id}`;
    const kept = view.config.layout === 'list' ? view.config.filters : rest;
    void navigate({ to, search: { ...writeFilters({}, kept), view: view.id } as never });
  };
  const shown: ViewConfig = {
    layout: 'board',
    filters: { ...filters, pipeline: [pipeline.id] },
    columns: look.fields,
    compact: look.compact,
  };
  const deal = typeof search.deal === 'string' ? search.deal : null;
  const goDeal = (id: string | null) => go(({ deal: _, ...rest }) => (id ? { ...rest, deal: id } : rest));
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('board.title')}
        actions={
          <>
            {!phone && <LookMenu look={look} onChange={setLook} />}
            <LayoutSwitch
              current="board"
              filters={{ ...filters, pipeline: [pipeline.id], status: ['open'] }}
            />
            {!phone && <CommandButton id="pipeline.new-deal" />}
          </>
        }
      >
        {pipelines.length > 1 && (
          <Select
            size="xs"
            className={classes.pipeline}
            aria-label={t('board.pipeline')}
            allowDeselect={false}
            data={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
            value={pipeline.id}
            onChange={(id) => id && void navigate({ to: `/board/${id}`, search: true })}
          />
        )}
        <ViewsMenu
          kind="deal"
          all={t('views.all')}
          nameExample={t('views.nameExample')}
          same={sameView}
          signOf={signOfView}
          current={typeof search.view === 'string' ? search.view : undefined}
          shown={shown}
          onOpen={openView}
        />
        <FilterBar filters={filters} names={BOARD_FILTERS} onChange={setFilters} />
        <RiskFilter filters={filters} onChange={setFilters} />
      </PageHeader>
      <FilterChips filters={filters} onChange={setFilters} />
      <BoardView
        key={pipeline.id}
        pipeline={pipeline}
        filters={filters}
        look={look}
        canWrite={can('write')}
        open={open}
        phone={phone ?? false}
        panel={deal !== null}
      />
      {deal && (
        <Suspense fallback={null}>
          <DealPanel id={deal} onGo={goDeal} />
        </Suspense>
      )}
    </div>
  );
}

function NoPipeline() {
  const { t } = useTranslation('pipeline');
  const { can } = useSession();
  return (
    <EmptyState
      icon={IconRoute}
      title={t('board.noPipeline.title')}
      actions={
        can('manage-pipelines') && (
          <Button component={Link} to="/settings/pipelines">
            {t('board.noPipeline.act')}
          </Button>
        )
      }
    >
      {t(can('manage-pipelines') ? 'board.noPipeline.detail' : 'board.noPipeline.ask')}
    </EmptyState>
  );
}

export function BoardPage() {
  const { pipelineId } = useParams({ strict: false }) as { pipelineId?: string };
  const { pipelines, pipeline, error, retry } = useShownPipeline(pipelineId);
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (pipeline === undefined) return <BoardSkeleton />;
  if (pipeline === null) return <NoPipeline />;
  return <Board pipeline={pipeline} pipelines={pipelines} />;
}
