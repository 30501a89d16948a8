import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { InlineEdit } from '@/ui';
import { sourcesQuery } from '../api';
import type { Deal } from '../types';
import { useSaving } from './useSaving';

/** Where the deal comes from: free text, with what others have written before as suggestions. */
export function SourceField({ deal, readOnly }: { deal: Deal; readOnly: boolean }) {
  const { t } = useTranslation('pipeline');
  const { data: sources = [] } = useQuery({ ...sourcesQuery, enabled: !readOnly });
  const { save, theirs } = useSaving(deal);
  return (
    <InlineEdit
      label={t('field.source')}
      readOnly={readOnly}
      value={deal.source ?? ''}
      display={deal.source || undefined}
      theirs={theirs('source')}
      onSave={(value, overwrite) => save('source')(value.trim() || null, overwrite)}
      editor={({ value, onChange, commit, label, error }) => (
        <Autocomplete
          size="xs"
          aria-label={label}
          error={error}
          data={sources.map(({ name }) => name)}
          limit={8}
          maxLength={200}
          value={value}
          onChange={onChange}
          onOptionSubmit={commit}
          onKeyDown={(event) => {
            // Enter takes the suggestion that is marked; what has been typed so far must not be saved beside it.
            const marked = event.currentTarget.getAttribute('aria-activedescendant');
            if (event.key === 'Enter' && marked) event.stopPropagation();
          }}
        />
      )}
    />
  );
}
