import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, useFormat } from '@/ui';
import { readAmount } from './amounts';
import { type CallRow, type CallTable, quotasQuery, setQuotas } from './api';
import classes from './Call.module.css';
import { useRowName } from './TreeTable';
import { useSaved } from './useSaved';

const LAST_CHANGES = 8;

/** Quotas of everyone whom one leads; an empty field takes a quota back, a team without one has its people's sum. */
export function QuotaDialog({ table, onClose }: { table: CallTable; onClose: () => void }) {
  const { t } = useTranslation('call');
  const format = useFormat();
  const nameOf = useRowName();
  const phone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const { busy, failed, save } = useSaved();
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
  const ready = changed.length > 0 && !changed.some(({ text }) => wrong(text));
  const run = () =>
    save(
      () =>
        setQuotas(
          table.period,
          changed.map(({ row, id, text }) => ({ kind: row.kind, id, amount: readAmount(text) })),
        ),
      () => {
        notifyDone(t('quota.done'));
        onClose();
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('quota.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      fullScreen={phone ?? false}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void run();
        }}
      >
        <Stack gap="md">
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
                  row.quota && !row.quota.own
                    ? t('quota.sum', { amount: format.number(row.quota.amount) })
                    : ''
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
                      {one.amount === null
                        ? t('quota.takenBack')
                        : format.money(one.amount, one.currency, true)}
                    </b>{' '}
                    <span className={classes.soft}>
                      {one.author ?? '–'}, {format.dateTime(one.at)}
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          )}
          {failed && (
            <Alert color="red" role="alert" title={failed.title}>
              {failed.detail}
            </Alert>
          )}
          <Group justify="flex-end" gap="sm" grow={phone ?? false}>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={!ready}>
              {t('quota.act')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
