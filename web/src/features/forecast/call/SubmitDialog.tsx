import { SegmentedControl, Text, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, useFormat } from '@/ui';
import { FormDialog } from '@/ui/FormDialog';
import { useLacks } from '@/ui/lacks';
import { readAmount } from './amounts';
import { type CallRow, type CallTable, ROOT, type Said, type SaidKind, submit } from './api';
import classes from './Call.module.css';
import { useRowName } from './TreeTable';

/** What a number of this kind would replace. */
export function replacedBy(row: CallRow, kind: SaidKind): Said | null {
  if (kind === 'commit') return row.commit;
  if (kind === 'best_case') return row.bestCase;
  return row.call ?? row.commit;
}

/** Says a number: one's own commitment, or the call of somebody whom one leads. */
export function SubmitDialog({
  table,
  row,
  onClose,
}: {
  table: CallTable;
  row: CallRow;
  onClose: () => void;
}) {
  const { t } = useTranslation('call');
  const format = useFormat();
  const nameOf = useRowName();
  const client = useQueryClient();
  const mine = row.id === table.me;
  const kinds: SaidKind[] = [
    ...(row.mayLead && !mine ? (['call'] as const) : []),
    ...(row.kind === 'user' && row.maySubmit ? (['commit', 'best_case'] as const) : []),
    ...(row.mayLead && mine ? (['call'] as const) : []),
  ];
  const [kind, setKind] = useState<SaidKind>(kinds[0] ?? 'commit');
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const replaced = replacedBy(row, kind);
  const amount = readAmount(typed);
  const foreign =
    replaced !== null &&
    replaced.authorId !== table.me &&
    amount !== null &&
    Number(amount) !== Number(replaced.amount);
  const wrong = typed.trim() !== '' && amount === null;
  const money = (value: string) => format.money(value, table.currency, true);
  const hints: [string, string][] = [
    [t('column.won'), row.won],
    [t('submit.withCommit'), String(Number(row.won) + Number(row.categories.commit.amount))],
    [t('column.weighted'), row.stageWeighted],
    ...(row.model ? [[t('submit.modelHalf'), row.model.p50] as [string, string]] : []),
  ];
  const lacks = useLacks({
    amount: typed.trim() === '' ? true : wrong && t('submit.amountWrong'),
    reason: foreign && reason.trim() === '' && t('submit.reasonNeeded'),
  });
  const save = async () => {
    await submit(table.period, row, kind, amount ?? '0', reason);
    await client.invalidateQueries({ queryKey: ROOT });
    notifyDone(t('submit.done'));
  };
  return (
    <FormDialog
      title={t('submit.title', { name: nameOf(row) })}
      act={t('submit.act')}
      wholePhone
      lacks={lacks}
      onSave={save}
      onClose={onClose}
    >
      {kinds.length > 1 && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('submit.kind')}
          value={kind}
          onChange={(value) => setKind(value as SaidKind)}
          data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      )}
      <Text size="sm" c="dimmed">
        {t(`submit.means.${kind}`)}
      </Text>
      <TextInput
        data-autofocus
        label={t('submit.amount')}
        description={t('submit.includesWon', { amount: money(row.won) })}
        inputMode="decimal"
        value={typed}
        error={(wrong && t('submit.amountWrong')) || lacks.at('amount')}
        required
        rightSectionWidth={54}
        rightSection={<Text size="sm">{table.currency}</Text>}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={classes.hints}>
        {hints.map(([label, value]) => (
          <button key={label} type="button" onClick={() => setTyped(format.number(value, 2))}>
            <span>{label}</span>
            <b>{money(value)}</b>
          </button>
        ))}
      </div>
      {replaced && (
        <Text size="sm">
          {replaced.own
            ? t('submit.replaces', {
                amount: money(replaced.amount),
                author: replaced.author ?? '',
                time: replaced.at ? format.dateTime(replaced.at) : '',
              })
            : t('submit.replacesSum', { amount: money(replaced.amount) })}
        </Text>
      )}
      <Textarea
        label={t('submit.reason')}
        description={t(foreign ? 'submit.reasonForeign' : 'submit.reasonFree')}
        required={foreign}
        error={lacks.at('reason')}
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
