import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import type { Plan } from './api';

/** A plan in a line: `30% at once, 70% after 30 days; due in 14 days`. */
export function PlanText({ plan }: { plan: Plan }) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const parts = plan.instalments.map((each) =>
    each.afterDays === 0
      ? t('finance.plan.partNow', { share: format.percent(Number(each.share), 2) })
      : t('finance.plan.partLater', {
          share: format.percent(Number(each.share), 2),
          count: each.afterDays,
        }),
  );
  const how =
    plan.kind === 'at_once'
      ? t('finance.plan.kinds.at_once')
      : plan.kind === 'monthly'
        ? t('finance.plan.inMonths', { count: plan.months ?? 1 })
        : parts.join(', ');
  return (
    <span>
      {how}; {t('finance.plan.due', { count: plan.netDays })}
    </span>
  );
}
