import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/ui';
import classes from '../Import.module.css';
import type { PipelinePreview } from '../types';
import { useCounted } from '../useCounted';
import own from './Check.module.css';

/** How many deals would go to which pipeline, when there is more than one. */
export function PipelineEffect({ pipelines }: { pipelines: PipelinePreview[] }) {
  const { t } = useTranslation('exchange');
  const counted = useCounted();
  if (pipelines.length < 2) return null;
  return (
    <Panel title={t('split.title')} lead={t('split.lead')}>
      <ul className={own.samples}>
        {pipelines.map((each) => (
          <li key={each.id ?? each.name}>
            <Badge size="sm" color={each.id ? 'river' : 'green'}>
              {t(each.id ? 'split.there' : 'split.new')}
            </Badge>
            <span>
              {each.name} – {counted('exchange:count.deals', each.deals)}
            </span>
            <span className={classes.dim}>{each.stages.join(', ')}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
