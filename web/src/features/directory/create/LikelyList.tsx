import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Entered, likelyQuery } from '../api';
import { type Kind, pathOf } from '../types';
import classes from './Create.module.css';

const TYPING_MS = 300;
const SHOWN = 4;

/** Records that may be the one being entered, and what speaks for it. */
export function LikelyList({ kind, entered, onOpen }: { kind: Kind; entered: Entered; onOpen: () => void }) {
  const { t } = useTranslation('directory');
  const [asked] = useDebouncedValue(entered, TYPING_MS);
  const enough = Object.values(asked).some((value) => (value ?? '').trim().length > 2);
  const { data = [] } = useQuery({ ...likelyQuery(kind, asked), enabled: enough });
  const found = enough ? data.slice(0, SHOWN) : [];
  return (
    <div aria-live="polite">
      {found.length > 0 && (
        <section className={classes.likely}>
          <p className={classes.likelyTitle}>{t(`create.likely.${kind}`, { count: found.length })}</p>
          <ul>
            {found.map(({ record, reasons }) => (
              <li key={record.id}>
                <Link to={`${pathOf(kind)}/${record.id}`} onClick={onOpen}>
                  {record.name}
                </Link>
                <span className={classes.reason}>
                  {reasons.map((each) => t(`reason.${each}`)).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
