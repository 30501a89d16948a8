import { Skeleton, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { ErrorState, Money } from '@/ui';
import { owedQuery } from './api';
import classes from './Finance.module.css';

/** What is owed in all, and how late it is. */
export function Ageing() {
  const { t } = useTranslation('forecast');
  const { me } = useSession();
  const { data, error, refetch } = useQuery(owedQuery);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={92} mx={20} mb={12} w="auto" />;
  const whole = data.ageing.reduce((sum, each) => sum + Math.max(0, Number(each.amount)), 0);
  return (
    <section className={classes.ageing} aria-label={t('finance.ageing.title')}>
      <dl className={classes.sums}>
        <div>
          <dt>{t('finance.ageing.total')}</dt>
          <dd>
            <Money amount={data.total} currency={data.currency} />
          </dd>
        </div>
        <div>
          <dt>{t('finance.ageing.late')}</dt>
          <dd>
            <Money amount={data.late} currency={data.currency} />
          </dd>
        </div>
      </dl>
      <ul className={classes.buckets}>
        {data.ageing.map((each) => (
          <li key={each.bucket} data-bucket={each.bucket}>
            <span className={classes.bucketName}>{t(`finance.ageing.bucket.${each.bucket}`)}</span>
            <span className={classes.bar} aria-hidden>
              <span
                style={{ width: `${whole > 0 ? (100 * Math.max(0, Number(each.amount))) / whole : 0}%` }}
              />
            </span>
            <Money amount={each.amount} currency={data.currency} compact />
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
