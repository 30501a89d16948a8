import { useTranslation } from 'react-i18next';
import type { CompanyRow, ContactRow, Row } from '../types';
import classes from './List.module.css';

const isPerson = (row: Row): row is ContactRow => 'jobTitle' in row;

function CompanyLines({ row }: { row: CompanyRow }) {
  const { t } = useTranslation('directory');
  return (
    <>
      <span className={classes.cardLine}>
        <span className={classes.cut}>{[row.industry, row.city].filter(Boolean).join(' · ')}</span>
        <span>{row.openDeals > 0 && t('openDeals', { count: row.openDeals })}</span>
      </span>
      <span className={classes.cardLine}>
        <span className={classes.cut}>{row.phone ?? row.domain}</span>
        <span>{row.owner?.name}</span>
      </span>
    </>
  );
}

/** A row of the list on a narrow screen. */
export function RowCard({ row }: { row: Row }) {
  return (
    <div className={classes.card}>
      <span className={classes.cardTitle}>{row.name}</span>
      {isPerson(row) ? (
        <>
          <span className={classes.cardLine}>
            <span className={classes.cut}>
              {[row.jobTitle, row.company?.name].filter(Boolean).join(' · ')}
            </span>
          </span>
          <span className={classes.cardLine}>
            <span className={classes.cut}>{row.email ?? row.phone}</span>
            <span>{row.owner?.name}</span>
          </span>
        </>
      ) : (
        <CompanyLines row={row} />
      )}
    </div>
  );
}
