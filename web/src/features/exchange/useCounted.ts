import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';

/** A text with a count: the form by the count, the figure as the reader writes it (`{{n}}`). */
export function useCounted(): (key: string, count: number, values?: Record<string, unknown>) => string {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  return (key, count, values) => t(key, { count, n: format.number(count), ...values });
}
