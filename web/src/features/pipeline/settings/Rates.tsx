import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/app/session';
import { ErrorState, ListSkeleton, notifyDone, notifyError, Panel, useFormat } from '@/ui';
import { DateField } from '@/ui/dates';
import { mayBeSent, useLacks } from '@/ui/lacks';
import { ratesQuery } from '../api';
import { todayIn } from '../filters/periods';
import { readRate } from '../model/decimal';
import type { ExchangeRate } from '../types';
import classes from './Settings.module.css';
import { useSetup } from './setup';

interface Draft extends ExchangeRate {
  key: number;
}

const isCurrency = (text: string) => /^[A-Z]{3}$/.test(text);
let nextKey = 0;
const asDrafts = (rates: readonly ExchangeRate[]): Draft[] =>
  rates.map((rate) => {
    nextKey += 1;
    return { ...rate, key: nextKey };
  });

function RateForm({ rates }: { rates: readonly ExchangeRate[] }) {
  const { t } = useTranslation('pipeline');
  const format = useFormat();
  const { workspace } = useMe();
  const { replaceRates } = useSetup();
  const [drafts, setDrafts] = useState(() => asDrafts(rates));
  const [busy, setBusy] = useState(false);
  const change = (key: number, part: Partial<ExchangeRate>) =>
    setDrafts((now) => now.map((each) => (each.key === key ? { ...each, ...part } : each)));
  const lacks = useLacks(
    Object.fromEntries(
      drafts.flatMap((each) => [
        [`currency-${each.key}`, !isCurrency(each.currency) && t('settings.currencyWrong')],
        [`rate-${each.key}`, readRate(each.rate) === null && t('settings.rateWrong')],
      ]),
    ),
  );
  const form = useRef<HTMLFormElement>(null);
  const save = () => {
    if (!mayBeSent(lacks, form.current)) return;
    setBusy(true);
    const wanted = drafts.map(({ currency, validFrom, rate }) => ({
      currency,
      validFrom,
      rate: readRate(rate) ?? rate,
    }));
    replaceRates(wanted)
      .then(() => {
        lacks.forget();
        notifyDone(t('settings.ratesSaved'));
      }, notifyError)
      .finally(() => setBusy(false));
  };
  return (
    <Panel title={t('settings.part.rates')} lead={t('settings.ratesLead', { currency: workspace.currency })}>
      {drafts.length === 0 && (
        <Text size="sm" c="dimmed" mb="sm">
          {t('settings.noRates')}
        </Text>
      )}
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {drafts.map((draft) => (
          <Group key={draft.key} gap="xs" mb={8} align="flex-start" className={classes.rate}>
            <span>1</span>
            <TextInput
              size="xs"
              w={80}
              aria-label={t('field.currency')}
              placeholder="EUR"
              maxLength={3}
              value={draft.currency}
              error={lacks.at(`currency-${draft.key}`)}
              onChange={(event) => change(draft.key, { currency: event.currentTarget.value.toUpperCase() })}
            />
            <span>=</span>
            <TextInput
              size="xs"
              w={110}
              aria-label={t('settings.rate')}
              inputMode="decimal"
              value={draft.rate}
              error={lacks.at(`rate-${draft.key}`) ?? (draft.rate !== '' && readRate(draft.rate) === null)}
              onChange={(event) => change(draft.key, { rate: event.currentTarget.value })}
            />
            <span>{workspace.currency}</span>
            <DateField
              size="xs"
              w={150}
              clearable={false}
              aria-label={t('settings.validFrom')}
              value={draft.validFrom}
              onChange={(validFrom) => validFrom && change(draft.key, { validFrom })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('settings.removeRate', { currency: draft.currency })}
              onClick={() => setDrafts((now) => now.filter((each) => each.key !== draft.key))}
            >
              <IconX size={15} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Group justify="space-between" mt="sm">
          <Button
            size="xs"
            variant="light"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() =>
              setDrafts((now) => [
                ...now,
                ...asDrafts([{ currency: '', validFrom: todayIn(format.zone), rate: '' }]),
              ])
            }
          >
            {t('settings.addRate')}
          </Button>
          <Button size="xs" type="submit" loading={busy}>
            {t('save')}
          </Button>
        </Group>
      </form>
    </Panel>
  );
}

/** What other currencies are worth, for totals in the workspace's own. */
export function Rates() {
  const { data, error, refetch } = useQuery(ratesQuery);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton rows={4} />;
  return <RateForm rates={data} />;
}
