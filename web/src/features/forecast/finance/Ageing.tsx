import { Skeleton, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { ErrorState, Money, useFormat } from '@/ui';
import { MathsDrawer, type MathsLine, MathsWords } from '@/ui/chart/MathsDrawer';
import { owedQuery, type Shown } from './api';
import classes from './Finance.module.css';

/** What is owed in all, and how late it is; each figure shows the invoices behind it. */
export function Ageing({ shown, onShow }: { shown: Shown; onShow: (status: Shown) => void }) {
  const { t } = useTranslation('forecast');
  const { me } = useSession();
  const format = useFormat();
  const { data, error, refetch } = useQuery(owedQuery);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={92} mx={20} mb={12} w="auto" />;
  const whole = data.ageing.reduce((sum, each) => sum + Math.max(0, Number(each.amount)), 0);
  const count = data.ageing.reduce((sum, each) => sum + each.count, 0);
  const maths: MathsLine[] = [
    [t('finance.ageing.total'), t('finance.maths.total')],
    [t('finance.ageing.late'), t('finance.maths.late')],
    [t('finance.expected'), t('finance.expectedHelp')],
    [t('maths.n'), t('finance.maths.invoices', { count, n: format.number(count) })],
    [t('tier.asOf'), format.dateTime(data.asOf)],
  ];
  return (
    <section className={classes.ageing} aria-label={t('finance.ageing.title')}>
      <dl className={classes.sums}>
        <div>
          <dt>{t('finance.ageing.total')}</dt>
          <dd>
            <button type="button" className={classes.sum} onClick={() => onShow('open')}>
              <Money amount={data.total} currency={data.currency} />
            </button>
            <MathsDrawer
              label={t('maths.show', { figure: t('finance.title') })}
              title={t('maths.title', { figure: t('finance.title') })}
            >
              {() => <MathsWords lines={maths} />}
            </MathsDrawer>
          </dd>
        </div>
        <div>
          <dt>{t('finance.ageing.late')}</dt>
          <dd>
            <button type="button" className={classes.sum} onClick={() => onShow('late')}>
              <Money amount={data.late} currency={data.currency} />
            </button>
          </dd>
        </div>
      </dl>
      <ul className={classes.buckets}>
        {data.ageing.map((each) => (
          <li key={each.bucket} data-bucket={each.bucket}>
            <button
              type="button"
              aria-pressed={shown === each.bucket}
              title={t('finance.maths.invoices', { count: each.count, n: format.number(each.count) })}
              disabled={each.count === 0}
              onClick={() => onShow(shown === each.bucket ? 'open' : each.bucket)}
            >
              <span className={classes.bucketName}>{t(`finance.ageing.bucket.${each.bucket}`)}</span>
              <span className={classes.bar} aria-hidden>
                <span
                  style={{ width: `${whole > 0 ? (100 * Math.max(0, Number(each.amount))) / whole : 0}%` }}
                />
              </span>
              <Money amount={each.amount} currency={data.currency} compact />
            </button>
          </li>
        ))}
      </ul>
      <Text size="xs" c="dimmed" className={classes.help}>
        <IconInfoCircle size={14} aria-hidden /> {t('finance.cashIn')}
        {me?.user.visibility === 'all' && (
          <>
            {' '}
            <Link to={'/forecast' as never} search={{ measure: 'cash' } as never} className={classes.link}>
              {t('finance.ahead')}
            </Link>
          </>
        )}
        {data.leftOut > 0 && ` ${t('finance.leftOut', { count: data.leftOut })}`}
      </Text>
    </section>
  );
}
