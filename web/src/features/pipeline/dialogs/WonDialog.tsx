import { Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import { DateField } from '@/ui/dates';
import { useLacks } from '@/ui/lacks';
import { useActions } from '../actions';
import { todayIn } from '../filters/periods';
import type { Place } from '../model/boardMove';
import { readAmount } from '../model/decimal';
import { DialogFrame } from './DialogFrame';
import { ask } from './dialogs';
import { useDeals, usePipelineOf } from './useDeals';

/** Winning confirms what for and when. */
export default function WonDialog({ ids, place }: { ids: readonly string[]; place?: Place | undefined }) {
  const { t } = useTranslation('pipeline');
  const format = useFormat();
  const { move } = useActions();
  const deals = useDeals(ids);
  const stages = usePipelineOf(deals)?.stages.filter((stage) => stage.kind === 'won') ?? [];
  const [single] = ids.length === 1 ? deals : [];
  const today = todayIn(format.zone);
  const [typed, setTyped] = useState<string | null>(null);
  const [closedOn, setClosedOn] = useState<string | null>(today);
  const [stageId, setStageId] = useState(place?.stageId ?? null);
  const text = typed ?? (single?.amount ? format.number(single.amount, 2) : '');
  // What nobody typed is not read back from how it is shown.
  const amount = typed === null ? (single?.amount ?? null) : text.trim() === '' ? null : readAmount(text);
  const wrong = text.trim() !== '' && amount === null;
  const target = stageId ?? stages[0]?.id;

  const lacks = useLacks({ amount: wrong, closedOn: !closedOn });

  const win = async () => {
    if (!target) return false;
    ask(null);
    const dated = closedOn && closedOn !== today ? { closedOn } : {};
    const valued = single && amount !== single.amount ? { amount } : {};
    await move(ids, { stageId: target, afterDealId: null }, { ...dated, ...valued });
  };
  return (
    <DialogFrame
      title={single ? t('won.titleOne', { title: single.title }) : t('won.title', { count: ids.length })}
      act={t('won.act', { count: ids.length })}
      lacks={lacks}
      disabled={!target}
      onAct={win}
    >
      {single ? (
        <TextInput
          data-autofocus
          label={t('won.amount')}
          inputMode="decimal"
          value={text}
          error={wrong && t('field.amountWrong')}
          rightSectionWidth={54}
          rightSection={<Text size="sm">{single.currency}</Text>}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      ) : (
        <Text size="sm">{t('won.several')}</Text>
      )}
      <DateField
        label={t('won.closedOn')}
        error={lacks.at('closedOn')}
        value={closedOn}
        maxDate={today}
        clearable={false}
        onChange={setClosedOn}
      />
      {stages.length > 1 && (
        <Select
          label={t('field.stage')}
          allowDeselect={false}
          data={stages.map(({ id, name }) => ({ value: id, label: name }))}
          value={target ?? null}
          onChange={setStageId}
        />
      )}
    </DialogFrame>
  );
}
