import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import { useDirectory } from '../actions';
import { customFieldsQuery } from '../api';
import type { DirectoryRecord, Kind } from '../types';
import classes from './MergeDialog.module.css';
import { type Choice, choicesOf, type MergeRow, mergeRows, proposed } from './mergeRows';

interface ChooseFieldsProps {
  kind: Kind;
  record: DirectoryRecord;
  other: DirectoryRecord;
  /** To another choice of record; null where there was none. */
  onBack: (() => void) | null;
  onClose: () => void;
}

/** One field: which of the two values is kept. */
function Row({
  row,
  chosen,
  onChoose,
}: {
  row: MergeRow;
  chosen: Choice;
  onChoose: (choice: Choice) => void;
}) {
  const { t } = useTranslation('directory');
  const option = (choice: Choice, value: string | null) => (
    <label className={classes.option}>
      <input type="radio" name={row.field} checked={chosen === choice} onChange={() => onChoose(choice)} />
      <span className={value === null ? classes.none : undefined}>{value ?? t('merge.nothing')}</span>
    </label>
  );
  return (
    <div className={classes.row} role="radiogroup" aria-label={row.label}>
      <span className={classes.label} aria-hidden>
        {row.label}
      </span>
      {option('this', row.mine)}
      {option('other', row.theirs)}
    </div>
  );
}

/** The two side by side, one choice for each field in which they differ. */
export function ChooseFields({ kind, record, other, onBack, onClose }: ChooseFieldsProps) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const { merge } = useDirectory(kind);
  const { data: custom = [] } = useQuery(customFieldsQuery(kind));
  const [chosen, setChosen] = useState<Record<string, Choice>>({});
  const [busy, setBusy] = useState(false);
  const rows = mergeRows(record, other, {
    label: (field) => t(`field.${field}`),
    format,
    custom,
    yesNo: { yes: t('yes'), no: t('no') },
  });
  const all = (choice: Choice) => setChosen(Object.fromEntries(rows.map(({ field }) => [field, choice])));
  const run = async () => {
    setBusy(true);
    const done = await merge(record, other, choicesOf(rows, chosen));
    setBusy(false);
    if (done) onClose();
  };
  const column = (choice: Choice, of: DirectoryRecord) => (
    <div className={classes.column}>
      <strong>{of.name}</strong>
      <span>{t(`merge.${choice}`, { date: format.date(of.createdAt) })}</span>
      {rows.length > 1 && (
        <Button size="compact-xs" variant="subtle" px={4} onClick={() => all(choice)}>
          {t('merge.all')}
        </Button>
      )}
    </div>
  );
  return (
    <>
      <p className={classes.lead}>{t(`merge.lead.${kind}`)}</p>
      <div className={classes.grid}>
        <span className={classes.corner} />
        {column('this', record)}
        {column('other', other)}
        {rows.map((row) => (
          <Row
            key={row.field}
            row={row}
            chosen={chosen[row.field] ?? proposed(row)}
            onChoose={(choice) => setChosen((now) => ({ ...now, [row.field]: choice }))}
          />
        ))}
      </div>
      {rows.length === 0 && <p className={classes.same}>{t('merge.same')}</p>}
      <p className={classes.kept}>{t(`merge.kept.${kind}`)}</p>
      <div className={classes.foot}>
        {onBack && (
          <Button variant="subtle" color="gray" mr="auto" onClick={onBack}>
            {t('merge.back')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button loading={busy} onClick={() => void run()}>
          {t('merge.act')}
        </Button>
      </div>
    </>
  );
}
