import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Skeletons.module.css';

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

function Loading({ className, children }: { className?: string | undefined; children: React.ReactNode }) {
  const { t } = useTranslation('ui');
  return (
    <div className={className} role="status" aria-busy="true" aria-label={t('loading')}>
      {children}
    </div>
  );
}

export function BoardSkeleton({ columns = 5 }: { columns?: number }) {
  return (
    <Loading className={classes.board}>
      {range(columns).map((column) => (
        <div key={column} className={classes.column}>
          <Skeleton height={14} width="55%" />
          <Skeleton height={10} width="35%" />
          {range(5 - (column % 3)).map((card) => (
            <Skeleton key={card} height={84} radius="md" />
          ))}
        </div>
      ))}
    </Loading>
  );
}

export function ListSkeleton({ rows = 12 }: { rows?: number }) {
  return (
    <Loading className={classes.list}>
      {range(rows).map((row) => (
        <div key={row} className={classes.row}>
          <Skeleton height={12} width={`${34 - ((row * 7) % 16)}%`} />
          <Skeleton height={12} width="14%" />
          <Skeleton height={12} width="10%" />
          <Skeleton height={12} width="12%" />
        </div>
      ))}
    </Loading>
  );
}

export function RecordSkeleton() {
  return (
    <Loading className={classes.record}>
      <Skeleton height={22} width="42%" />
      <Skeleton height={30} />
      <div className={classes.halves}>
        <div className={classes.column}>
          {range(4).map((each) => (
            <Skeleton key={each} height={58} radius="md" />
          ))}
        </div>
        <div className={classes.column}>
          {range(7).map((each) => (
            <Skeleton key={each} height={12} width={`${80 - each * 6}%`} />
          ))}
        </div>
      </div>
    </Loading>
  );
}
