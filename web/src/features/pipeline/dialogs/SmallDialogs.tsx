import { Select, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '@/ui/dates';
import { useLacks } from '@/ui/lacks';
import { useActions } from '../actions';
import { peopleQuery, tagsQuery } from '../api';
import { DialogFrame } from './DialogFrame';
import { ask } from './dialogs';
import { useDeals } from './useDeals';

interface Ids {
  ids: readonly string[];
}

export function AssignDialog({ ids }: Ids) {
  const { t } = useTranslation('pipeline');
  const { patch, bulk } = useActions();
  const { data: people = [] } = useQuery(peopleQuery);
  const deals = useDeals(ids);
  const [owner, setOwner] = useState<string | null>((ids.length === 1 && deals[0]?.owner?.id) || null);
  const lacks = useLacks({ owner: !owner && t('assign.ownerNeeded') });
  const save = async () => {
    if (ids.length === 1) await patch(ids[0] ?? '', { ownerId: owner });
    else await bulk({ ids }, { ownerId: owner });
    ask(null);
  };
  return (
    <DialogFrame
      title={t('assign.title', { count: ids.length })}
      act={t('assign.act')}
      lacks={lacks}
      onAct={save}
    >
      <Select
        data-autofocus
        label={t('field.owner')}
        searchable
        data={people
          .filter((person) => person.status !== 'deactivated')
          .map(({ id, name }) => ({ value: id, label: name }))}
        error={lacks.at('owner')}
        value={owner}
        nothingFoundMessage={t('filter.nothing')}
        onChange={setOwner}
      />
    </DialogFrame>
  );
}

export function NextStepDialog({ ids }: Ids) {
  const { t } = useTranslation('pipeline');
  const { patch } = useActions();
  const deals = useDeals(ids);
  const single = ids.length === 1 ? deals[0] : undefined;
  const [step, setStep] = useState(single?.nextStep ?? '');
  const [day, setDay] = useState<string | null>(single?.nextStepOn ?? null);
  const save = async () => {
    for (const id of ids) await patch(id, { nextStep: step.trim() || null, nextStepOn: day });
    ask(null);
  };
  return (
    <DialogFrame title={t('nextStep.title', { count: ids.length })} act={t('save')} onAct={save}>
      <TextInput
        data-autofocus
        label={t('field.nextStep')}
        placeholder={t('nextStep.example')}
        value={step}
        maxLength={500}
        onChange={(event) => setStep(event.currentTarget.value)}
      />
      <DateField label={t('field.nextStepOn')} value={day} onChange={setDay} />
    </DialogFrame>
  );
}

export function TagsDialog({ ids }: Ids) {
  const { t } = useTranslation('pipeline');
  const { patch, bulk } = useActions();
  const { data: tags = [] } = useQuery(tagsQuery);
  const deals = useDeals(ids);
  // Tags that all of the deals have; the others of each stay as they are.
  const [common] = useState(() =>
    (deals[0]?.tags ?? []).filter((tag) => deals.every((deal) => deal.tags.includes(tag))),
  );
  const [chosen, setChosen] = useState(common);
  const save = async () => {
    if (ids.length === 1) await patch(ids[0] ?? '', { tags: chosen });
    else {
      const tagsAdd = chosen.filter((tag) => !common.includes(tag));
      const tagsRemove = common.filter((tag) => !chosen.includes(tag));
      await bulk({ ids }, { tagsAdd, tagsRemove });
    }
    ask(null);
  };
  return (
    <DialogFrame title={t('tags.title', { count: ids.length })} act={t('save')} onAct={save}>
      <TagsInput
        data-autofocus
        label={t('field.tags')}
        data={tags.map(({ name }) => name)}
        value={chosen}
        onChange={setChosen}
      />
    </DialogFrame>
  );
}
