import { IconAlertTriangle, IconCheck, IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Place } from './judge';
import classes from './Record.module.css';

const ICONS = { within: IconCheck, below: IconAlertTriangle, above: IconAlertTriangle };

/** Whether what came lay within its range, with a mark and in words; null: it is not over yet. */
export function PlaceText({ place }: { place: Place | null }) {
  const { t } = useTranslation('record');
  const Icon = place ? ICONS[place] : IconHourglass;
  return (
    <span className={classes.place} data-place={place ?? 'open'}>
      <Icon size={14} aria-hidden />
      {t(`told.${place ?? 'notOver'}`)}
    </span>
  );
}
