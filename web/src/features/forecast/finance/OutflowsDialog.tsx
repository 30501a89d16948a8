import { ActionIcon, Button, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api';
import { notifyDone } from '@/ui';
import { FormDialog } from '@/ui/FormDialog';
import { type Lacks, useLacks } from '@/ui/lacks';
import { percentOf, readAmount, readShare } from './amount';
import type { OutflowFigures } from './api';
import classes from './Finance.module.css';

interface Entry {
  key: number;
  from: string;
  amount: string;
}

let lastKey = 0;
const entry = (from: string, amount: string): Entry => ({ key: ++lastKey, from, amount });
const thisMonth = () => new Date().toISOString().slice(0, 7);

/** Nothing, or a percentage such as `7,5`; null when it is neither. */
const share = (text: string) => (text.trim() === '' || Number(text) === 0 ? '0' : readShare(text));
/** Wages may also come to nothing from a month on. */
const wages = (text: string) =>
  /^\s*0*[.,]?0*\s*$/.test(text) && text.includes('0') ? '0' : readAmount(text);
const isWages = (text: string) => Number(wages(text) ?? -1) >= 0;
const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

interface PayrollProps {
  entries: Entry[];
  currency: string;
  lacks: Lacks;
  onChange: (entries: Entry[]) => void;
}

function Payroll({ entries, currency, lacks, onChange }: PayrollProps) {
  const { t } = useTranslation('forecast');
  const change = (key: number, to: Partial<Entry>) =>
    onChange(entries.map((each) => (each.key === key ? { ...each, ...to } : each)));
  const isTwice = ({ key, from }: Entry) => entries.some((other) => other.key !== key && other.from === from);
  return (
    <div className={classes.parts}>
      <Text size="sm" fw={500}>
        {t('finance.outflows.payroll')}
      </Text>
      <Text size="xs" c="dimmed">
        {t('finance.outflows.payrollHelp')}
      </Text>
      {entries.map((each, index) => (
        <div key={each.key} className={classes.part} data-month>
          <TextInput
            type="month"
            label={index === 0 ? t('finance.outflows.from') : undefined}
            aria-label={t('finance.outflows.fromOf', { place: index + 1 })}
            placeholder="2026-01"
            value={each.from}
            error={isMonth(each.from) ? isTwice(each) && lacks.at('twice') : (lacks.at('from') ?? true)}
            onChange={(event) => change(each.key, { from: event.currentTarget.value })}
          />
          <TextInput
            label={index === 0 ? t('finance.outflows.monthly', { currency }) : undefined}
            aria-label={t('finance.outflows.monthlyOf', { place: index + 1 })}
            inputMode="decimal"
            value={each.amount}
            error={!isWages(each.amount) && (lacks.at('amount') ?? each.amount !== '')}
            onChange={(event) => change(each.key, { amount: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('finance.outflows.remove', { place: index + 1 })}
            onClick={() => onChange(entries.filter((other) => other.key !== each.key))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="xs"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange([...entries, entry(thisMonth(), '')])}
      >
        {t('finance.outflows.add')}
      </Button>
    </div>
  );
}

interface OutflowsDialogProps {
  outflows: OutflowFigures;
  onClose: () => void;
}

/** Commission, cost of delivery and wages. */
export function OutflowsDialog({ outflows, onClose }: OutflowsDialogProps) {
  const { t } = useTranslation('forecast');
  const client = useQueryClient();
  const [commission, setCommission] = useState(percentOf(outflows.commission));
  const [delivery, setDelivery] = useState(percentOf(outflows.delivery));
  const [of, setOf] = useState(outflows.deliveryOf);
  const [entries, setEntries] = useState(() => outflows.payroll.map((each) => entry(each.from, each.amount)));
  const months = new Set(entries.map((each) => each.from));
  const lacks = useLacks({
    commission: share(commission) === null && t('finance.outflows.shareWrong'),
    delivery: share(delivery) === null && t('finance.outflows.shareWrong'),
    from: entries.some((each) => !isMonth(each.from)),
    twice: months.size < entries.length && t('finance.outflows.twice'),
    amount: entries.some((each) => !isWages(each.amount)),
  });
  const save = async () => {
    const body = {
      commission: share(commission),
      delivery: share(delivery),
      deliveryOf: of,
      payroll: entries.map((each) => ({ from: each.from, amount: wages(each.amount) })),
    };
    await api.put<OutflowFigures>('/forecast/outflows', body, { ifMatch: outflows.version });
    notifyDone(t('finance.outflows.saved'));
    await client.invalidateQueries({ queryKey: ['outflows'] });
  };
  return (
    <FormDialog
      title={t('finance.outflows.title')}
      act={t('finance.save')}
      lacks={lacks}
      onSave={save}
      onClose={onClose}
    >
      <Stack gap="sm">
        <TextInput
          label={t('finance.outflows.commission')}
          description={t('finance.outflows.commissionHelp')}
          inputMode="decimal"
          rightSection="%"
          value={commission}
          error={share(commission) === null && t('finance.outflows.shareWrong')}
          onChange={(event) => setCommission(event.currentTarget.value)}
        />
        <TextInput
          label={t('finance.outflows.delivery')}
          description={t('finance.outflows.deliveryHelp')}
          inputMode="decimal"
          rightSection="%"
          value={delivery}
          error={share(delivery) === null && t('finance.outflows.shareWrong')}
          onChange={(event) => setDelivery(event.currentTarget.value)}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('finance.outflows.deliveryOf.label')}
          value={of}
          onChange={(value) => setOf(value as typeof of)}
          data={(['invoiced', 'recognised'] as const).map((value) => ({
            value,
            label: t(`finance.outflows.deliveryOf.${value}`),
          }))}
        />
        <Payroll entries={entries} currency={outflows.currency} lacks={lacks} onChange={setEntries} />
      </Stack>
    </FormDialog>
  );
}
