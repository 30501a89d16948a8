import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Invoice } from './api';

/** How an invoice stands, in words; the colour only helps. */
export function Lateness({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('forecast');
  const { status, daysLate } = invoice;
  if (status === 'late') {
    return (
      <Badge color={daysLate > 30 ? 'red' : 'amber'} variant="light">
        {t('finance.late', { count: daysLate })}
      </Badge>
    );
  }
  if (status === 'open') {
    return (
      <Badge color="gray" variant="light">
        {daysLate === 0 ? t('finance.dueToday') : t('finance.dueIn', { count: -daysLate })}
      </Badge>
    );
  }
  return (
    <Badge color={status === 'paid' ? 'green' : 'gray'} variant="light">
      {t(`finance.status.${status}`)}
    </Badge>
  );
}
