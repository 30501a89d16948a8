import { IconFlame } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dealFacts } from '@/app/dealParts';
import { DateText, InlineText, Money, PersonAvatar } from '@/ui';
import type { DataColumn } from '@/ui/table';
import type { Actions } from '../actions';
import { DealFacts } from '../DealParts';
import type { CustomField, Deal, Pipeline } from '../types';
import { DayCell, OwnerCell } from './cells';
import classes from './List.module.css';

interface Around {
  t: TFunction<'pipeline'>;
  pipelines: readonly Pipeline[];
  custom: readonly CustomField[];
  editable: boolean;
  patch: Actions['patch'];
}

function Status({ deal, t }: { deal: Deal; t: Around['t'] }) {
  return (
    <span className={classes.status} data-status={deal.status}>
      {t(`record.status.${deal.status}`)}
    </span>
  );
}

function customText(value: unknown, t: Around['t']): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** Columns in the reader's language, made anew only when what they show changes. */
export function useDealColumns({
  pipelines,
  custom,
  editable,
  patch,
}: Omit<Around, 't'>): DataColumn<Deal>[] {
  const { t } = useTranslation('pipeline');
  return useMemo(
    () => dealColumns({ t, pipelines, custom, editable, patch }),
    [t, pipelines, custom, editable, patch],
  );
}

/** The columns of the list of deals. Those edited in place are the ones people keep up to date from a list. */
function dealColumns({ t, pipelines, custom, editable, patch }: Around): DataColumn<Deal>[] {
  const stages = new Map(pipelines.flatMap((each) => each.stages).map((stage) => [stage.id, stage.name]));
  const names = new Map(pipelines.map((each) => [each.id, each.name]));
  const text = (field: 'title' | 'nextStep' | 'source', deal: Deal) => (
    <div className={classes.oneLine}>
      <InlineText
        label={t(`field.${field}`)}
        readOnly={!editable}
        value={deal[field] ?? ''}
        validate={(value) => (field === 'title' && value.trim() === '' ? t('record.titleNeeded') : null)}
        onSave={(value, overwrite) => patch(deal.id, { [field]: value.trim() || null }, overwrite)}
      />
    </div>
  );
  const columns: DataColumn<Deal>[] = [
    {
      id: 'title',
      header: t('field.title'),
      width: 260,
      sortable: true,
      hideable: false,
      cell: (deal) => (
        <span className={classes.title}>
          {deal.rotting && (
            <span className={classes.risk} title={t('card.rotting', { count: deal.daysInStage })}>
              <IconFlame size={14} aria-hidden />
              <span className="n-visually-hidden">{t('card.rotting', { count: deal.daysInStage })}</span>
            </span>
          )}
          <span className={classes.cut}>{deal.title}</span>
        </span>
      ),
    },
    { id: 'company', header: t('field.company'), width: 190, cell: (deal) => deal.company?.name ?? '' },
    { id: 'stage', header: t('field.stage'), width: 140, cell: (deal) => stages.get(deal.stageId) ?? '' },
    { id: 'status', header: t('field.status'), width: 104, cell: (deal) => <Status deal={deal} t={t} /> },
    {
      id: 'amount',
      header: t('field.amount'),
      width: 130,
      align: 'right',
      sortable: true,
      cell: (deal) => <Money amount={deal.amount} currency={deal.currency} whole />,
    },
    {
      id: 'owner',
      header: t('field.owner'),
      width: 170,
      cell: (deal) =>
        editable ? (
          <OwnerCell deal={deal} />
        ) : (
          deal.owner && (
            <span className={classes.person}>
              <PersonAvatar name={deal.owner.name} size={20} named={false} />
              {deal.owner.name}
            </span>
          )
        ),
    },
    {
      id: 'expectedClose',
      header: t('field.expectedClose'),
      width: 130,
      sortable: true,
      cell: (deal) =>
        editable ? <DayCell deal={deal} field="expectedClose" /> : <DateText value={deal.expectedClose} />,
    },
    { id: 'nextStep', header: t('field.nextStep'), width: 220, cell: (deal) => text('nextStep', deal) },
    {
      id: 'nextStepOn',
      header: t('field.nextStepOn'),
      width: 120,
      cell: (deal) =>
        editable ? <DayCell deal={deal} field="nextStepOn" /> : <DateText value={deal.nextStepOn} />,
    },
    {
      id: 'daysInStage',
      header: t('card.field.age'),
      width: 110,
      align: 'right',
      hidden: true,
      cell: (deal) => <span className="n-figure">{deal.daysInStage}</span>,
    },
    { id: 'tags', header: t('field.tags'), width: 150, hidden: true, cell: (deal) => deal.tags.join(', ') },
    {
      id: 'source',
      header: t('field.source'),
      width: 140,
      hidden: true,
      cell: (deal) => text('source', deal),
    },
    {
      id: 'pipeline',
      header: t('field.pipeline'),
      width: 150,
      hidden: true,
      cell: (deal) => names.get(deal.pipelineId) ?? '',
    },
    {
      id: 'contact',
      header: t('filter.contact'),
      width: 160,
      hidden: true,
      cell: (deal) => deal.contact?.name ?? '',
    },
    {
      id: 'products',
      header: t('field.products'),
      width: 170,
      hidden: true,
      cell: (deal) => deal.products.map((each) => each.name).join(', '),
    },
    {
      id: 'category',
      header: t('field.category'),
      width: 120,
      hidden: true,
      cell: (deal) => deal.category && t(`category.${deal.category}`),
    },
    {
      id: 'lostReason',
      header: t('lost.reason'),
      width: 150,
      hidden: true,
      cell: (deal) => deal.lostReason?.name ?? '',
    },
    {
      id: 'openedAt',
      header: t('list.openedAt'),
      width: 120,
      hidden: true,
      sortable: true,
      cell: (deal) => <DateText value={deal.openedAt} />,
    },
    {
      id: 'closedAt',
      header: t('field.closedAt'),
      width: 120,
      hidden: true,
      sortable: true,
      cell: (deal) => <DateText value={deal.closedAt} />,
    },
    {
      id: 'updatedAt',
      header: t('list.updatedAt'),
      width: 130,
      hidden: true,
      sortable: true,
      cell: (deal) => <DateText value={deal.updatedAt} />,
    },
  ];
  const own = custom.map(
    (field): DataColumn<Deal> => ({
      id: `custom.${field.key}`,
      header: field.label,
      width: 140,
      hidden: true,
      cell: (deal) => customText(deal.custom[field.key], t),
    }),
  );
  const facts = dealFacts().map(
    ({ id, label }): DataColumn<Deal> => ({
      id,
      header: t(label as never),
      width: 110,
      hidden: true,
      cell: (deal) => deal.status === 'open' && <DealFacts dealId={deal.id} fields={[id]} />,
    }),
  );
  return [...columns, ...facts, ...own];
}
