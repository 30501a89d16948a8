import {
  IconArchive,
  IconArrowBackUp,
  IconArrowRight,
  IconNote,
  IconPencil,
  IconPlus,
  IconRotate2,
  IconTrash,
  IconTrophy,
  IconX,
} from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Timeline as Story } from '@/ui/timeline/Timeline';
import { keys, timelineQuery } from '../api';
import type { Deal } from '../types';
import { TimelineText } from './TimelineText';

const SIGNS: Record<string, typeof IconNote> = {
  created: IconPlus,
  moved: IconArrowRight,
  changed: IconPencil,
  won: IconTrophy,
  lost: IconX,
  returned: IconArrowBackUp,
  reopened: IconRotate2,
  archived: IconArchive,
  unarchived: IconArchive,
  trashed: IconTrash,
  restored: IconRotate2,
  note: IconNote,
};

/** Everything that happened to a deal, newest first. */
export function Timeline({ deal, readOnly }: { deal: Deal; readOnly: boolean }) {
  const { t } = useTranslation('pipeline');
  const client = useQueryClient();
  const pages = useInfiniteQuery(timelineQuery(deal.id));
  return (
    <Story
      record={{ kind: 'deal', id: deal.id }}
      pages={pages}
      signs={SIGNS}
      placeholder={t('timeline.placeholder')}
      readOnly={readOnly}
      refresh={() => client.invalidateQueries({ queryKey: keys.timeline(deal.id) })}
      told={(item) => <TimelineText item={item} deal={deal} />}
    />
  );
}
