import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import classes from '@/ui/timeline/Timeline.module.css';
import { lostReasonsQuery, peopleQuery, pipelinesQuery } from '../api';
import type { Deal, TimelineItem } from '../types';
import { fieldName } from './fields';

const HIDDEN = new Set(['stageId', 'stage', 'status', 'pipelineId', 'passNo', 'rank', 'currency']);
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[\da-f]{8}-[\da-f-]{27}$/;

/** Names for the ids that history holds. */
function useNames(deal: Deal) {
  const people = useQuery(peopleQuery).data;
  const pipelines = useQuery(pipelinesQuery).data;
  const reasons = useQuery(lostReasonsQuery).data;
  const known = new Map<string, string>();
  for (const { id, name } of people ?? []) known.set(id, name);
  for (const { id, name } of reasons ?? []) known.set(id, name);
  for (const { stages } of pipelines ?? []) for (const { id, name } of stages) known.set(id, name);
  if (deal.company) known.set(deal.company.id, deal.company.name);
  return known;
}

/** One value of history as a person reads it. */
function useWords(deal: Deal) {
  const { t } = useTranslation('pipeline');
  const format = useFormat();
  const names = useNames(deal);
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–';
    if (Array.isArray(value)) {
      return (
        value.map((each) => (typeof each === 'object' ? (each?.name ?? '…') : String(each))).join(', ') || '–'
      );
    }
    if (typeof value === 'object') {
      return 'name' in value ? String(value.name) : t('timeline.several');
    }
    const text = String(value);
    if (field === 'amount') return format.money(text, deal.currency);
    if (field === 'category') return t(`category.${text}`, { defaultValue: text });
    if (field === 'outcome') return t(`outcome.${text}`, { defaultValue: text });
    if (DAY.test(text)) return format.date(text);
    if (ID.test(text)) return names.get(text) ?? '…';
    return text;
  };
}

const stageOf = (item: TimelineItem) => item.changes?.stageId ?? item.changes?.stage;

/** What happened, in a sentence, and the fields it changed. */
export function TimelineText({ item, deal }: { item: TimelineItem; deal: Deal }) {
  const { t } = useTranslation('pipeline');
  const words = useWords(deal);
  const stages = stageOf(item);
  const from = stages ? words('stage', stages[0]) : '–';
  const to = stages ? words('stage', stages[1]) : (item.stage?.name ?? '–');
  const changes = Object.entries(item.changes ?? {}).filter(([field]) => !HIDDEN.has(field));
  const created = item.kind === 'created';
  return (
    <>
      {item.kind !== 'changed' && (
        <span className={classes.what}>
          {t(`timeline.kind.${item.kind}`, { from, to, defaultValue: item.kind })}
        </span>
      )}
      {!created && changes.length > 0 && (
        <ul className={classes.changes}>
          {changes.map(([field, [before, after]]) => (
            <li key={field}>
              <span className={classes.soft}>{t(`field.${fieldName(field)}`, { defaultValue: field })}</span>{' '}
              {before !== null && before !== undefined && before !== '' && (
                <>
                  <del>{words(field, before)}</del> <span aria-hidden>→</span>{' '}
                </>
              )}
              <ins>{words(field, after)}</ins>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
