import { Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import { DateField } from '@/ui/dates';
import { useLacks } from '@/ui/lacks';
import { useActions } from '../actions';
import { lostReasonsQuery } from '../api';
import { todayIn } from '../filters/periods';
import type { Place } from '../model/boardMove';
import type { Outcome } from '../types';
import { DialogFrame } from './DialogFrame';
import { ask } from './dialogs';
import { useDeals, usePipelineOf } from './useDeals';

const WAYS = ['no_decision', 'competitor', 'disqualified', 'returned'] as const;
type Way = (typeof WAYS)[number];
/** A returned deal sleeps for a quarter unless told otherwise. */
const SLEEP_MONTHS = 3;

interface LostDialogProps {
  ids: readonly string[];
  place?: Place | undefined;
  /** Opened to return the deal for nurture. */
  returning?: boolean;
}

/** Losing asks how and why, and offers the other way out: back to an earlier stage, with a day to resume. */
export default function LostDialog({ ids, place, returning = false }: LostDialogProps) {
  const { t } = useTranslation('pipeline');
  const format = useFormat();
  const { move, giveBack } = useActions();
  const deals = useDeals(ids);
  const pipeline = usePipelineOf(deals);
  const { data: reasons = [] } = useQuery(lostReasonsQuery);
  const usable = reasons.filter((each) => !each.archivedAt);
  const single = ids.length === 1 ? deals[0] : undefined;
  const today = todayIn(format.zone);
  const [way, setWay] = useState<Way>(returning ? 'returned' : 'no_decision');
  const [reason, setReason] = useState<string | null>(null);
  const [competitor, setCompetitor] = useState('');
  const [note, setNote] = useState('');
  const [chosenStage, setChosenStage] = useState<string | null>(place?.stageId ?? null);
  const [resumeOn, setResumeOn] = useState<string | null>(
    dayjs(today).add(SLEEP_MONTHS, 'month').format('YYYY-MM-DD'),
  );

  const back = way === 'returned';
  const stages = pipeline?.stages.filter((stage) => stage.kind === (back ? 'open' : 'lost')) ?? [];
  const stageId = stages.find((stage) => stage.id === chosenStage)?.id ?? stages[0]?.id;
  const reasonNeeded = !back && usable.length > 0;
  const lacks = useLacks({
    reason: reasonNeeded && !reason && t('lost.reasonNeeded'),
    resumeOn: back && !resumeOn,
  });
  const common = { lostReasonId: reason, ...(note.trim() && { note: note.trim() }) };

  const act = async () => {
    if (!stageId) return false;
    if (back && resumeOn) {
      for (const id of ids) await giveBack(id, { stageId, resumeOn, ...common });
      return ask(null);
    }
    ask(null);
    await move(
      ids,
      { stageId, afterDealId: null },
      {
        ...common,
        outcome: way as Outcome,
        ...(way === 'competitor' && competitor.trim() && { competitor: competitor.trim() }),
      },
    );
  };
  const title = single ? t('lost.titleOne', { title: single.title }) : t('lost.title', { count: ids.length });
  return (
    <DialogFrame
      title={returning ? t('lost.titleReturn', { title: single?.title ?? '' }) : title}
      act={back ? t('lost.actReturn') : t('lost.act', { count: ids.length })}
      danger={!back}
      lacks={lacks}
      disabled={!stageId}
      onAct={act}
    >
      <Radio.Group label={t('lost.way')} value={way} onChange={(value) => setWay(value as Way)}>
        <Stack gap={8} mt={4}>
          {WAYS.map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`outcome.${each}`)}
              description={t(`outcome.help.${each}`)}
              {...(each === way && { 'data-autofocus': true })}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Select
        label={t('lost.reason')}
        withAsterisk={reasonNeeded}
        searchable
        clearable={!reasonNeeded}
        placeholder={t('lost.reasonChoose')}
        error={lacks.at('reason')}
        nothingFoundMessage={t('lost.noReasons')}
        data={usable.map(({ id, name }) => ({ value: id, label: name }))}
        value={reason}
        onChange={setReason}
      />
      {way === 'competitor' && (
        <TextInput
          label={t('lost.competitor')}
          value={competitor}
          maxLength={200}
          onChange={(event) => setCompetitor(event.currentTarget.value)}
        />
      )}
      {(back || stages.length > 1) && (
        <Select
          label={t(back ? 'lost.backTo' : 'field.stage')}
          allowDeselect={false}
          data={stages.map(({ id, name }) => ({ value: id, label: name }))}
          value={stageId ?? null}
          onChange={setChosenStage}
        />
      )}
      {back && (
        <DateField
          label={t('lost.resumeOn')}
          description={t('lost.resumeHelp')}
          error={lacks.at('resumeOn')}
          value={resumeOn}
          minDate={today}
          clearable={false}
          onChange={setResumeOn}
        />
      )}
      <Textarea
        label={t('lost.note')}
        placeholder={t('lost.noteExample')}
        autosize
        minRows={2}
        maxRows={8}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </DialogFrame>
  );
}
