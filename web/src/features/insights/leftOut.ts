import { useTranslation } from 'react-i18next';
import type { LeftOut } from './api';

const KINDS = ['noAmount', 'noRate', 'reversed', 'asleep'] as const;

/** Says which deals could not enter a figure; nothing is left out silently. */
export function useLeftOut(): (left: LeftOut | null | undefined) => string[] {
  const { t } = useTranslation('insights');
  return (left) =>
    left
      ? KINDS.filter((kind) => left[kind] > 0).map((kind) => t(`left.${kind}`, { count: left[kind] }))
      : [];
}
