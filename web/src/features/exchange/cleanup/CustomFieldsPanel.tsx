import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/ui';
import type { Proposals } from '../types';
import own from './CleanUp.module.css';

/** Columns without a field of their own; where there is one of that name already, it is used. */
export function CustomFieldsPanel({ proposals }: { proposals: Proposals }) {
  const { t } = useTranslation('exchange');
  if (proposals.customFields.length === 0) return null;
  return (
    <Panel title={t('customFields.title')} lead={t('customFields.lead')}>
      <ul className={own.fields}>
        {proposals.customFields.map(({ kind, label, type }) => (
          <li key={`${kind}/${label}`}>
            {label}{' '}
            <Badge color="gray" size="sm">
              {t(`entity.${kind}`)} · {t(`custom.${type}`)}
            </Badge>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
