import { Group, Select, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api } from '@/api';
import { useMe } from '@/app/session';
import { announce, notifyUndo } from '@/ui';
import { DateField } from '@/ui/dates';
import { useLacks } from '@/ui/lacks';
import { useActions } from '../actions';
import { peopleQuery, pipelinesQuery } from '../api';
import { refreshColumns, refreshTotals } from '../model/cache';
import { readAmount } from '../model/decimal';
import { flash } from '../model/flash';
import { myId } from '../people';
import { CompanyPicker } from '../record/CompanyPicker';
import type { Deal, Ref } from '../types';
import { DialogFrame } from './DialogFrame';
import { ask } from './dialogs';

interface NewDealDialogProps {
  pipelineId?: string | undefined;
  stageId?: string | undefined;
  company?: Ref | undefined;
}

/** The least that makes a deal; everything else is filled in on its record. */
export default function NewDealDialog(preset: NewDealDialogProps) {
  const { t } = useTranslation('pipeline');
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { act } = useActions();
  const { data: pipelines = [] } = useQuery(pipelinesQuery);
  const { data: people = [] } = useQuery(peopleQuery);
  const usable = pipelines.filter((each) => !each.archivedAt);
  const [title, setTitle] = useState('');
  const [company, setCompany] = useState<Ref | null>(preset.company ?? null);
  const [typed, setTyped] = useState('');
  const [pipelineId, setPipelineId] = useState(preset.pipelineId ?? null);
  const [stage, setStage] = useState(preset.stageId ?? null);
  const [owner, setOwner] = useState<string | null>(myId(me));
  const [expectedClose, setExpectedClose] = useState<string | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});

  const pipeline = usable.find((each) => each.id === pipelineId) ?? usable[0];
  const stages = pipeline?.stages.filter((each) => each.kind === 'open') ?? [];
  const stageId = stages.find((each) => each.id === stage)?.id ?? stages[0]?.id;
  const amount = typed.trim() === '' ? null : readAmount(typed);
  const amountWrong = typed.trim() !== '' && amount === null;
  // A deal without a name of its own is called after its company.
  const name = title.trim() || (company ? t('new.titleFor', { company: company.name }) : '');

  const lacks = useLacks({
    title: name === '' && t('new.titleNeeded'),
    amount: amountWrong,
  });

  const create = async () => {
    setErrors({});
    try {
      const body = {
        title: name,
        pipelineId: pipeline?.id,
        stageId,
        companyId: company?.id ?? null,
        ownerId: owner,
        amount,
        currency: me.workspace.currency,
        expectedClose,
      };
      const deal = await api.post<Deal>('/deals', body);
      ask(null);
      refreshColumns(client, new Set([deal.stageId]));
      refreshTotals(client);
      void client.invalidateQueries({ queryKey: ['deals'] });
      flash(deal.id, 'landed');
      const done = t('done.created', { title: deal.title });
      announce(done);
      notifyUndo(done, () => act([deal.id], 'trash'));
      const { pathname } = window.location;
      if (/^\/(board|deals$)/.test(pathname)) {
        void navigate({ to: '.', search: ((now: object) => ({ ...now, deal: deal.id })) as never });
      } else {
        void navigate({ to: `/deals/${deal.id}` });
      }
    } catch (error) {
      if (error instanceof ApiError) setErrors(error.fieldErrors());
      throw error;
    }
  };
  return (
    <DialogFrame title={t('new.title')} act={t('new.act')} lacks={lacks} onAct={create}>
      <CompanyPicker
        label={t('field.company')}
        value={company}
        error={errors.companyId ?? null}
        onChange={setCompany}
      />
      <TextInput
        data-autofocus
        label={t('field.title')}
        placeholder={company ? t('new.titleFor', { company: company.name }) : t('new.titleExample')}
        value={title}
        maxLength={500}
        error={lacks.at('title') ?? errors.title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Group grow align="flex-start">
        <TextInput
          label={t('field.amount')}
          inputMode="decimal"
          value={typed}
          error={amountWrong ? t('field.amountWrong') : errors.amount}
          rightSection={<span style={{ fontSize: 12 }}>{me.workspace.currency}</span>}
          rightSectionWidth={50}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <DateField
          label={t('field.expectedClose')}
          value={expectedClose}
          error={errors.expectedClose}
          onChange={setExpectedClose}
        />
      </Group>
      <Group grow align="flex-start">
        {usable.length > 1 && (
          <Select
            label={t('field.pipeline')}
            allowDeselect={false}
            data={usable.map((each) => ({ value: each.id, label: each.name }))}
            value={pipeline?.id ?? null}
            onChange={setPipelineId}
          />
        )}
        <Select
          label={t('field.stage')}
          allowDeselect={false}
          data={stages.map((each) => ({ value: each.id, label: each.name }))}
          value={stageId ?? null}
          onChange={setStage}
        />
        <Select
          label={t('field.owner')}
          searchable
          data={people
            .filter((each) => each.status !== 'deactivated')
            .map((each) => ({ value: each.id, label: each.name }))}
          value={owner}
          onChange={setOwner}
        />
      </Group>
    </DialogFrame>
  );
}
