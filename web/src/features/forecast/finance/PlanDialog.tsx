import { ActionIcon, Button, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api';
import { notifyDone, useFormat } from '@/ui';
import { FormDialog } from '@/ui/FormDialog';
import { type Lacks, useLacks } from '@/ui/lacks';
import { percentOf, readShare, sumOfShares } from './amount';
import { type Plan, type PlanKind, planPath } from './api';
import classes from './Finance.module.css';

const KINDS: readonly PlanKind[] = ['at_once', 'deposit', 'milestones', 'monthly'];

interface Part {
  key: number;
  percent: string;
  days: number | '';
}

let lastKey = 0;
const part = (percent: string, days: number | ''): Part => ({ key: ++lastKey, percent, days });

const BEGIN: Record<'deposit' | 'milestones', () => Part[]> = {
  deposit: () => [part('30', 0), part('70', 30)],
  milestones: () => [part('40', 0), part('30', 30), part('30', 60)],
};

interface PartsProps {
  parts: Part[];
  fixed: boolean;
  /** Of the shares, in percent. */
  sum: number;
  lacks: Lacks;
  onChange: (parts: Part[]) => void;
}

function Parts({ parts, fixed, sum, lacks, onChange }: PartsProps) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const change = (key: number, to: Partial<Part>) =>
    onChange(parts.map((each) => (each.key === key ? { ...each, ...to } : each)));
  return (
    <div className={classes.parts}>
      {parts.map((each, index) => (
        <div key={each.key} className={classes.part}>
          <TextInput
            label={index === 0 ? t('finance.plan.share') : undefined}
            aria-label={t('finance.plan.shareOf', { place: index + 1 })}
            inputMode="decimal"
            rightSection="%"
            value={each.percent}
            error={readShare(each.percent) === null || lacks.at('shares') !== undefined}
            onChange={(event) => change(each.key, { percent: event.currentTarget.value })}
          />
          <NumberInput
            label={index === 0 ? t('finance.plan.afterDays') : undefined}
            aria-label={t('finance.plan.afterDaysOf', { place: index + 1 })}
            min={0}
            max={3650}
            allowDecimal={false}
            value={each.days}
            error={each.days === '' && lacks.at('days')}
            onChange={(days) => change(each.key, { days: typeof days === 'number' ? days : '' })}
          />
          {!fixed && parts.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('finance.plan.removePart', { place: index + 1 })}
              onClick={() => onChange(parts.filter((other) => other.key !== each.key))}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {!fixed && (
        <Button
          variant="subtle"
          size="xs"
          w="fit-content"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...parts, part('', (parts.at(-1)?.days || 0) + 30)])}
        >
          {t('finance.plan.addPart')}
        </Button>
      )}
      {sum !== 100 && (
        <Text size="sm" c="red" role="status">
          {t('finance.plan.sum', { sum: format.number(sum, 8) })}
        </Text>
      )}
    </div>
  );
}

interface PlanDialogProps {
  /** As in `planQuery`. */
  of: string;
  title: string;
  plan: Plan;
  onClose: () => void;
}

/** How a won amount is invoiced. */
export function PlanDialog({ of, title, plan, onClose }: PlanDialogProps) {
  const { t } = useTranslation('forecast');
  const client = useQueryClient();
  const [kind, setKind] = useState<PlanKind>(plan.kind);
  const [netDays, setNetDays] = useState<number | ''>(plan.netDays);
  const [months, setMonths] = useState<number | ''>(plan.months ?? 12);
  const [parts, setParts] = useState(() =>
    plan.instalments.map((each) => part(percentOf(each.share), each.afterDays)),
  );
  const inParts = kind === 'deposit' || kind === 'milestones';
  const sum = sumOfShares(parts.map((each) => each.percent));
  const lacks = useLacks({
    netDays: netDays === '',
    months: kind === 'monthly' && months === '',
    days: inParts && parts.some((each) => each.days === ''),
    shares: inParts && sum !== 100,
  });
  const choose = (next: PlanKind) => {
    setKind(next);
    if (next === 'deposit' || next === 'milestones') setParts(BEGIN[next]());
  };
  const save = async () => {
    const body = {
      kind,
      netDays,
      months: kind === 'monthly' ? months : null,
      instalments: inParts
        ? parts.map((each) => ({ share: readShare(each.percent), afterDays: each.days }))
        : null,
    };
    await api.put<Plan>(planPath(of), body, { ifMatch: plan.version });
    notifyDone(t('finance.plan.saved'));
    await client.invalidateQueries({ queryKey: ['billing-plan'] });
  };
  return (
    <FormDialog title={title} act={t('finance.save')} lacks={lacks} onSave={save} onClose={onClose}>
      <Stack gap="sm">
        <Select
          label={t('finance.plan.kind')}
          allowDeselect={false}
          data={KINDS.map((each) => ({ value: each, label: t(`finance.plan.kinds.${each}`) }))}
          value={kind}
          onChange={(next) => next && choose(next as PlanKind)}
        />
        {kind === 'monthly' && (
          <NumberInput
            label={t('finance.plan.months')}
            min={1}
            max={120}
            allowDecimal={false}
            value={months}
            error={lacks.at('months')}
            onChange={(next) => setMonths(typeof next === 'number' ? next : '')}
          />
        )}
        {inParts && (
          <Parts parts={parts} fixed={kind === 'deposit'} sum={sum} lacks={lacks} onChange={setParts} />
        )}
        <NumberInput
          label={t('finance.plan.netDays')}
          description={t('finance.plan.netDaysHelp')}
          min={0}
          max={365}
          allowDecimal={false}
          value={netDays}
          error={lacks.at('netDays')}
          onChange={(next) => setNetDays(typeof next === 'number' ? next : '')}
        />
      </Stack>
    </FormDialog>
  );
}
