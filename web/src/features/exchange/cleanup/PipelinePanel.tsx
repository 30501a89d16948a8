import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/ui';
import { arranged, lacksKind } from '../model/cleanup';
import { Notice } from '../Notice';
import type { Import, Proposals } from '../types';
import { useCounted } from '../useCounted';
import type { Draft } from '../useDraft';
import own from './CleanUp.module.css';
import { StageList } from './StageList';

const NEW = 'new';

/** Where the deals go, and the stages they go through there. */
export function PipelinePanel(props: { data: Import; draft: Draft; proposals: Proposals }) {
  const { data, draft, proposals } = props;
  const { t } = useTranslation('exchange');
  const counted = useCounted();
  const { pipelineId, newPipelineName } = data.options;
  const stages = arranged(data.options.stages, proposals.stages);
  const target = proposals.pipelines.find((each) => each.id === pipelineId);
  const known = new Set(target?.stages.map((name) => name.toLowerCase()));
  const added = target ? stages.filter((each) => !known.has(each.name.toLowerCase())) : [];
  const missing = lacksKind(stages);
  const named = data.files
    .flatMap((file) => (file.entity === 'deal' ? file.mapping.columns : []))
    .find((each) => each.field === 'deal_pipeline');
  return (
    <Panel title={t('pipeline.title')} lead={t('pipeline.lead')}>
      <div className={own.target}>
        <Select
          size="sm"
          label={t('pipeline.target')}
          allowDeselect={false}
          data={[
            { value: NEW, label: t('pipeline.new') },
            ...proposals.pipelines.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={target?.id ?? NEW}
          onChange={(value) => value && draft.changeOptions({ pipelineId: value === NEW ? null : value })}
        />
        {!target && (
          <TextInput
            key={newPipelineName ?? proposals.pipelineName}
            size="sm"
            label={t('pipeline.name')}
            defaultValue={newPipelineName ?? proposals.pipelineName}
            maxLength={200}
            onBlur={(event) => {
              const name = event.currentTarget.value.trim();
              if (name && name !== newPipelineName) draft.changeOptions({ newPipelineName: name });
            }}
          />
        )}
      </div>
      {named && <Notice>{t('pipeline.split', { column: named.header })}</Notice>}
      {target && (
        <Notice tone={added.length === 0 ? 'won' : 'risk'}>
          {added.length === 0
            ? t('pipeline.fits', { pipeline: target.name })
            : counted('exchange:pipeline.adds', added.length, {
                pipeline: target.name,
                stages: added.map((each) => each.name).join(', '),
              })}
        </Notice>
      )}
      {!target && missing.length > 0 && stages.length > 0 && (
        <Notice>
          {t('pipeline.completed', { kinds: missing.map((kind) => t(`stageKind.${kind}`)).join(', ') })}
        </Notice>
      )}
      {stages.length === 0 ? (
        <Notice>{t('pipeline.noStages')}</Notice>
      ) : (
        <StageList
          stages={stages}
          deals={new Map(proposals.stages.map((each) => [each.name, each.deals]))}
          onChange={(next) => draft.changeOptions({ stages: next })}
        />
      )}
    </Panel>
  );
}
