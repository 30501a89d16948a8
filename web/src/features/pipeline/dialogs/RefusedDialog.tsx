import { Text, TextInput } from '@mantine/core';
import { IconCircleDashed } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Requirement } from '@/api';
import { DateField } from '@/ui/dates';
import { useLacks } from '@/ui/lacks';
import { type MoveDetails, useActions } from '../actions';
import type { Place } from '../model/boardMove';
import { readAmount } from '../model/decimal';
import type { Card } from '../types';
import { DialogFrame } from './DialogFrame';
import classes from './Dialogs.module.css';
import { ask } from './dialogs';

/** Fields that can be filled in right here; `move` ones go with the move itself. */
const FIELDS: Record<string, { input: 'text' | 'day' | 'amount'; with: 'deal' | 'move' }> = {
  amount: { input: 'amount', with: 'deal' },
  expectedClose: { input: 'day', with: 'deal' },
  nextStep: { input: 'text', with: 'deal' },
  nextStepOn: { input: 'day', with: 'deal' },
  source: { input: 'text', with: 'deal' },
  note: { input: 'text', with: 'move' },
  competitor: { input: 'text', with: 'move' },
  closedOn: { input: 'day', with: 'move' },
};

interface RefusedDialogProps {
  deal: Card;
  place: Place;
  requirements: readonly Requirement[];
  title: string;
}

/** Why a deal may not pass yet, with the open steps to be done there and then. */
export default function RefusedDialog({ deal, place, requirements, title }: RefusedDialogProps) {
  const { t } = useTranslation('pipeline');
  const { patch, move } = useActions();
  const [values, setValues] = useState<Record<string, string | null>>({});
  const known = requirements.filter((each) => each.field && FIELDS[each.field]);
  const set = (field: string, value: string | null) => setValues((now) => ({ ...now, [field]: value }));
  const answerOf = (field: string) => {
    const typed = values[field] ?? '';
    return FIELDS[field]?.input === 'amount' ? readAmount(typed) : typed.trim() || null;
  };
  const lacks = useLacks(
    Object.fromEntries(known.map((each) => [each.field ?? '', answerOf(each.field ?? '') === null])),
  );

  const passOn = async () => {
    const given = (part: 'deal' | 'move') =>
      Object.fromEntries(
        known
          .map((each) => each.field ?? '')
          .filter((field) => FIELDS[field]?.with === part)
          .map((field) => [field, answerOf(field)]),
      );
    if (Object.keys(given('deal')).length > 0) await patch(deal.id, given('deal'));
    ask(null);
    await move([deal.id], place, given('move') as MoveDetails);
  };
  return (
    <DialogFrame
      title={title}
      act={t('refused.act')}
      lacks={lacks}
      disabled={known.length < requirements.length}
      onAct={passOn}
    >
      <Text size="sm" c="dimmed">
        {t('refused.lead', { title: deal.title })}
      </Text>
      <ul className={classes.requirements}>
        {requirements.map((each) => {
          const field = each.field ?? '';
          const kind = FIELDS[field]?.input;
          return (
            <li key={each.code + field} className={classes.requirement}>
              <IconCircleDashed size={18} aria-hidden />
              <div>
                {kind === undefined && <Text>{each.message}</Text>}
                {kind === 'day' && (
                  <DateField
                    label={each.message}
                    error={lacks.at(field)}
                    value={values[field] ?? null}
                    onChange={(day) => set(field, day)}
                  />
                )}
                {(kind === 'text' || kind === 'amount') && (
                  <TextInput
                    label={each.message}
                    error={lacks.at(field)}
                    value={values[field] ?? ''}
                    {...(kind === 'amount' && { inputMode: 'decimal' as const })}
                    onChange={(event) => set(field, event.currentTarget.value)}
                  />
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </DialogFrame>
  );
}
