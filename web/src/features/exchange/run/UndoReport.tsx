import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel, useFormat } from '@/ui';
import figures from '../Figures.module.css';
import classes from '../Import.module.css';
import { Notice } from '../Notice';
import type { UndoResult } from '../types';
import { useCounted } from '../useCounted';

const PARTS = ['deals', 'companies', 'contacts', 'people', 'restored'] as const;
const PAGES: Record<string, string> = { deal: '/deals', company: '/companies', contact: '/contacts' };

/** What taking back has removed, and what it left because somebody has worked on it since. */
export function UndoReport({ undo }: { undo: UndoResult }) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const counted = useCounted();
  const kept = undo.kept ?? [];
  return (
    <Panel title={t('undo.report')}>
      <dl className={figures.figures}>
        {PARTS.filter((part) => undo[part] > 0).map((part) => (
          <div key={part}>
            <dt>{t(`undo.part.${part}`)}</dt>
            <dd className="n-figure">{format.number(undo[part])}</dd>
          </div>
        ))}
      </dl>
      {kept.length === 0 ? (
        <Notice tone="won">{t('undo.nothingKept')}</Notice>
      ) : (
        <Notice tone="risk">
          {counted('exchange:undo.kept', kept.length)}
          <ul>
            {kept.slice(0, 50).map((record) => (
              <li key={record.id ?? record.name}>
                {PAGES[record.kind] && record.id ? (
                  <Link to={`${PAGES[record.kind]}/${record.id}`} className={classes.link}>
                    {record.name || t('undo.unnamed')}
                  </Link>
                ) : (
                  record.name || t('undo.unnamed')
                )}{' '}
                – {t(`undo.reason.${record.reason}`)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Panel>
  );
}
