import { Badge, Drawer, Select, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { ErrorState, notifyError, useFormat } from '@/ui';
import {
  CATEGORIES,
  type CallDeal,
  type CallRow,
  type CallTable,
  type Category,
  dealsQuery,
  type Of,
  setCategory,
} from './api';
import classes from './Call.module.css';
import { useRowName } from './TreeTable';
import { useSaved } from './useSaved';

export interface Shown {
  row: CallRow;
  of: Of;
}

const UNSET = 'unset';

function CategoryChoice({ deal }: { deal: CallDeal }) {
  const { t } = useTranslation('call');
  const { busy, save } = useSaved();
  const set = (value: string | null) => {
    const category = value === UNSET || value === null ? null : (value as Category);
    void save(
      () => setCategory(deal, category).catch((error: unknown) => notifyError(error)),
      () => {},
    );
  };
  return (
    <Select
      size="xs"
      w={190}
      disabled={busy}
      allowDeselect={false}
      aria-label={t('category.of', { title: deal.title })}
      value={deal.derived ? UNSET : deal.category}
      onChange={set}
      data={[
        ...CATEGORIES.map((value) => ({ value: value as string, label: t(`category.${value}`) })),
        {
          value: UNSET,
          label: deal.derived
            ? t('category.derived', { category: t(`category.${deal.category}`) })
            : t('category.unset'),
        },
      ]}
    />
  );
}

function Deals({ table, shown }: { table: CallTable; shown: Shown }) {
  const { t } = useTranslation('call');
  const format = useFormat();
  const { can } = useSession();
  const { data, error, refetch } = useQuery(dealsQuery(table.period, shown.row, shown.of));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={240} />;
  if (data.deals.length === 0) return <Text c="dimmed">{t('deals.nothing')}</Text>;
  return (
    <>
      <ul className={classes.deals}>
        {data.deals.map((deal) => (
          <li key={deal.id}>
            <div className={classes.entryHead}>
              <Link to={`/deals/${deal.id}` as never} className={classes.link}>
                {deal.title}
              </Link>
              <b className="n-figure">
                {deal.amount === null ? t('deals.noAmount') : format.money(deal.amount, table.currency, true)}
              </b>
            </div>
            <div className={classes.soft}>
              {[
                deal.company,
                deal.owner,
                deal.status === 'won'
                  ? t('deals.wonOn', { day: deal.closedOn ? format.date(deal.closedOn) : '' })
                  : t('deals.stage', { stage: deal.stage, share: format.percent(deal.probability) }),
                deal.status === 'open' && deal.expectedClose
                  ? t('deals.closes', { day: format.date(deal.expectedClose) })
                  : null,
                deal.chance === null || deal.status === 'won'
                  ? null
                  : t('deals.chance', { share: format.percent(deal.chance) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
            {deal.status === 'open' &&
              (can('write') ? (
                <CategoryChoice deal={deal} />
              ) : (
                <Badge variant="light" color="gray">
                  {t(`category.${deal.category}`)}
                </Badge>
              ))}
          </li>
        ))}
      </ul>
      {data.more > 0 && <Text c="dimmed">{t('deals.more', { count: data.more })}</Text>}
    </>
  );
}

/** The deals behind a number, whose category can be set at once. */
export function DealsDrawer({
  table,
  shown,
  onClose,
}: {
  table: CallTable;
  shown: Shown | null;
  onClose: () => void;
}) {
  const { t } = useTranslation('call');
  const nameOf = useRowName();
  return (
    <Drawer
      opened={shown !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={shown ? t('deals.title', { name: nameOf(shown.row), number: t(`deals.of.${shown.of}`) }) : ''}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {shown && <Deals table={table} shown={shown} />}
    </Drawer>
  );
}
