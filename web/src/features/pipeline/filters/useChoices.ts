import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import { customFieldsQuery, peopleQuery, pipelinesQuery, productsQuery, tagsQuery, teamsQuery } from '../api';
import { RISKS } from '../model/filters';

export interface Choice {
  value: string;
  label: string;
}

/** What each filter offers, with names in place of ids. */
export function useChoices(): Record<string, Choice[]> {
  const { t } = useTranslation('pipeline');
  const format = useFormat();
  const people = useQuery(peopleQuery).data;
  const teams = useQuery(teamsQuery).data;
  const tags = useQuery(tagsQuery).data;
  const products = useQuery(productsQuery()).data;
  const pipelines = useQuery(pipelinesQuery).data;
  return useMemo(() => {
    const named = (list: readonly { id: string; name: string }[] | undefined) =>
      (list ?? [])
        .map(({ id, name }) => ({ value: id, label: name }))
        .sort((a, b) => format.compare(a.label, b.label));
    const several = (pipelines?.length ?? 0) > 1;
    return {
      owner: named(people),
      team: named(teams),
      product: named(products),
      pipeline: named(pipelines),
      stage: (pipelines ?? []).flatMap((pipeline) =>
        pipeline.stages.map((stage) => ({
          value: stage.id,
          label: several ? `${pipeline.name}: ${stage.name}` : stage.name,
        })),
      ),
      tag: (tags ?? []).map(({ name }) => ({ value: name, label: name })),
      risk: RISKS.map((value) => ({ value, label: t(`risk.${value}`) })),
      status: (['open', 'won', 'lost'] as const).map((value) => ({ value, label: t(`status.${value}`) })),
      nextStep: (['overdue', 'today', 'later', 'none'] as const).map((value) => ({
        value,
        label: t(`filter.nextStepIs.${value}`),
      })),
      state: (['active', 'archived', 'trashed'] as const).map((value) => ({
        value,
        label: t(`state.${value}`),
      })),
    };
  }, [people, teams, tags, products, pipelines, t, format]);
}

export function useCustomFields() {
  const { data } = useQuery(customFieldsQuery);
  return useMemo(() => (data ?? []).filter((field) => !field.archivedAt), [data]);
}
