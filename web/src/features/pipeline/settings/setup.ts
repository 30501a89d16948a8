import { useQueryClient } from '@tanstack/react-query';
import { api } from '@/api';
import { keys } from '../api';
import type { ExchangeRate, LostReason, Pipeline, Product, Stage } from '../types';

export type StageFields = Pick<Stage, 'name' | 'kind' | 'probability' | 'rottingDays' | 'purpose' | 'help'>;
export type ProductFields = Pick<Product, 'name' | 'code' | 'family' | 'unitPrice' | 'currency' | 'active'>;

/** Changes of the process itself. Boards are read anew afterwards: their columns may be others. */
export function useSetup() {
  const client = useQueryClient();
  const after = async <T>(work: Promise<T>, ...more: string[]): Promise<T> => {
    const answer = await work;
    await client.invalidateQueries({ queryKey: keys.pipelines });
    for (const key of ['deal-board', 'deal-column', ...more])
      void client.invalidateQueries({ queryKey: [key] });
    return answer;
  };
  const only = async <T>(work: Promise<T>, key: string): Promise<T> => {
    const answer = await work;
    await client.invalidateQueries({ queryKey: [key] });
    return answer;
  };
  return {
    createPipeline: (name: string, stages: readonly StageFields[]) =>
      after(api.post<Pipeline>('/pipelines', { name, stages })),
    renamePipeline: (pipeline: Pipeline, name: string, overwrite: boolean) =>
      after(
        api.patch<Pipeline>(
          `/pipelines/${pipeline.id}`,
          { name },
          overwrite ? {} : { ifMatch: pipeline.version },
        ),
      ),
    archivePipeline: (id: string, archive: boolean) =>
      after(api.post(`/pipelines/${id}/${archive ? 'archive' : 'unarchive'}`)),
    addStage: (pipelineId: string, fields: StageFields) =>
      after(api.post<Stage>(`/pipelines/${pipelineId}/stages`, fields)),
    changeStage: (stage: Stage, fields: Partial<StageFields>) =>
      after(api.patch<Stage>(`/stages/${stage.id}`, fields, { ifMatch: stage.version })),
    archiveStage: (id: string, moveDealsTo: string | null) =>
      after(api.post(`/stages/${id}/archive`, moveDealsTo ? { moveDealsTo } : {}), 'deals'),
    orderStages: (pipelineId: string, stageIds: readonly string[]) => {
      // Shown at once; the answer, or the refusal, puts it right.
      client.setQueryData<Pipeline[]>(keys.pipelines, (now) =>
        now?.map((pipeline) =>
          pipeline.id === pipelineId ? { ...pipeline, stages: ordered(pipeline.stages, stageIds) } : pipeline,
        ),
      );
      return after(api.put(`/pipelines/${pipelineId}/stages/order`, { stageIds }));
    },
    addReason: (name: string) => only(api.post<LostReason>('/lost-reasons', { name }), 'lost-reasons'),
    changeReason: (id: string, change: { name?: string; archived?: boolean }) =>
      only(api.patch<LostReason>(`/lost-reasons/${id}`, change), 'lost-reasons'),
    addProduct: (fields: ProductFields) => only(api.post<Product>('/products', fields), 'products'),
    changeProduct: (product: Product, fields: Partial<ProductFields>) =>
      only(api.patch<Product>(`/products/${product.id}`, fields, { ifMatch: product.version }), 'products'),
    replaceRates: (rates: readonly ExchangeRate[]) =>
      after(api.put<ExchangeRate[]>('/exchange-rates', rates), 'exchange-rates'),
  };
}

function ordered(stages: readonly Stage[], ids: readonly string[]): Stage[] {
  return [...stages].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** The ids with one of them moved by a number of places; as they were at the ends. */
export function shifted(ids: readonly string[], id: string, by: number): string[] {
  const at = ids.indexOf(id);
  const to = Math.max(0, Math.min(ids.length - 1, at + by));
  const rest = ids.filter((each) => each !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}
