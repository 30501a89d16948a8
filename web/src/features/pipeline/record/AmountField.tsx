import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { InlineEdit, Money } from '@/ui';
import { useActions } from '../actions';
import { readAmount } from '../model/decimal';
import type { Deal } from '../types';
import { plainValue } from './fields';
import classes from './Record.module.css';

/** Currencies offered besides the deal's own and the workspace's. */
const CURRENCIES = ['PLN', 'EUR', 'USD', 'GBP', 'CZK', 'CHF', 'SEK', 'NOK', 'DKK', 'HUF', 'UAH'];

interface Value {
  amount: string;
  currency: string;
}

/** Amount and currency, changed together. */
export function AmountField({ deal, readOnly }: { deal: Deal; readOnly: boolean }) {
  const { t } = useTranslation('pipeline');
  const { me } = useSession();
  const { patch } = useActions();
  const offered = [...new Set([deal.currency, me?.workspace.currency ?? deal.currency, ...CURRENCIES])];
  const value: Value = { amount: deal.amount ?? '', currency: deal.currency };
  return (
    <InlineEdit
      label={t('field.amount')}
      readOnly={readOnly}
      value={value}
      equal={(a, b) => a.amount === b.amount && a.currency === b.currency}
      display={deal.amount === null ? undefined : <Money amount={deal.amount} currency={deal.currency} />}
      validate={(next) =>
        next.amount.trim() === '' || readAmount(next.amount) ? null : t('field.amountWrong')
      }
      theirs={(error) => plainValue((error.current as Deal | undefined)?.amount)}
      onSave={(next, overwrite) => {
        const amount = next.amount.trim() === '' ? null : readAmount(next.amount);
        return patch(deal.id, { amount, currency: next.currency }, overwrite);
      }}
      editor={({ value: draft, onChange, label, error }) => (
        <div className={classes.pair}>
          <TextInput
            size="xs"
            aria-label={label}
            inputMode="decimal"
            error={error}
            value={draft.amount}
            onChange={(event) => onChange({ ...draft, amount: event.currentTarget.value })}
          />
          <Select
            size="xs"
            w={78}
            aria-label={t('field.currency')}
            allowDeselect={false}
            data={offered}
            value={draft.currency}
            onChange={(currency) => currency && onChange({ ...draft, currency })}
          />
        </div>
      )}
    />
  );
}
