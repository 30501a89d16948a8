import { Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, useFormat } from '@/ui';
import { FormDialog } from '@/ui/FormDialog';
import { useLacks } from '@/ui/lacks';
import { readAmount } from './amounts';
import { type CallRow, type CallTable, quotasQuery, ROOT, setQuotas } from './api';
import classes from './Call.module.css';
import { useRowName } from './TreeTable';

const LAST_CHANGES = 8;

/** Quotas of everyone whom one leads; an empty field takes a quota back, a team without one has its people's sum. */
export function QuotaDialog({ table, onClose }: { table: CallTable; onClose: () => void }) {
  const { t } = useTranslation('call');
  const format = useFormat();
  const nameOf = useRowName();
  const client = useQueryClient();
  const { data: sets = [] } = useQuery(quotasQuery(table.period));
  const [typed, setTyped] = useState<Record<string, string>>({});
  const rows = table.rows.filter((row) => row.mayLead);
  const before = (row: CallRow) => (row.quota?.own ? format.number(row.quota.amount, 2) : '');
  const changed = Object.entries(typed).flatMap(([key, text]) => {
    const row = rows.find((one) => one.key === key);
    return row?.id && text !== before(row) ? [{ row, id: row.id, text }] : [];
  });
  const wrong = (text: string | undefined) =>
    text !== undefined && text.trim() !== '' && readAmount(text) === null;
  const lacks = useLacks({
    quotas: changed.some(({ text }) => wrong(text)) && t('submit.amountWrong'),
    nothing: changed.length === 0 && t('quota.unchanged'),
  });
  const save = async () => {
    await setQuotas(
      table.period,
      changed.map(({ row, id, text }) => ({ kind: row.kind, id, amount: readAmount(text) })),
    );
    await client.invalidateQueries({ queryKey: ROOT });
    notifyDone(t('quota.done'));
  };
  return (
    <FormDialog
      title={t('quota.title')}
      act={t('quota.act')}
      size="lg"
      wholePhone
      lacks={lacks}
      onSave={save}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('quota.lead')}
      </Text>
      <div className={classes.quotas}>
        {rows.map((row, index) => (
          <TextInput
            key={row.key}
            {...(index === 0 && { 'data-autofocus': true })}
            label={nameOf(row)}
            style={{ paddingInlineStart: row.depth * 14 }}
            inputMode="decimal"
            placeholder={
              row.quota && !row.quota.own ? t('quota.sum', { amount: format.number(row.quota.amount) }) : ''
            }
            value={typed[row.key] ?? before(row)}
            error={wrong(typed[row.key]) && t('submit.amountWrong')}
            rightSectionWidth={54}
            rightSection={<Text size="sm">{table.currency}</Text>}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setTyped((now) => ({ ...now, [row.key]: value }));
            }}
          />
        ))}
      </div>
      {sets.length > 0 && (
        <details>
          <summary>{t('quota.history')}</summary>
          <ul className={classes.changes}>
            {sets.slice(0, LAST_CHANGES).map((one) => (
              <li key={`${one.kind}${one.id}${one.at}`}>
                {one.name ?? '–'}:{' '}
                <b>
                  {one.amount === null ? t('quota.takenBack') : format.money(one.amount, one.currency, true)}
                </b>{' '}
                <span className={classes.soft}>
                  {one.author ?? '–'}, {format.dateTime(one.at)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {lacks.at('nothing') && (
        <Text size="sm" c="red" role="alert">
          {lacks.at('nothing')}
        </Text>
      )}
    </FormDialog>
  );
}
