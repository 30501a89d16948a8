import { Popover, Text, UnstyledButton } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import cards from '@/ui/chart/Cards.module.css';
import type { ModelVersion } from './api';
import classes from './Chance.module.css';

/** How much the data carry: the method in a word, explained in one click. */
export function TierBadge({ model }: { model: ModelVersion }) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const lines = [
    [t('tier.asOf'), format.dateTime(model.asOf)],
    [
      t('tier.learntFrom'),
      `${t('tier.resolved', { count: model.resolved, n: format.number(model.resolved) })}, ${t('tier.won', {
        count: model.won,
        n: format.number(model.won),
      })}`,
    ],
    [t('tier.rangeTitle'), t('tier.range')],
    [t('tier.reasonsTitle'), t('tier.reasons')],
  ];
  return (
    <Popover
      position="bottom-start"
      width="min(400px, calc(100vw - 28px))"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <UnstyledButton className={classes.badge} data-tier={model.tier}>
          {t(`tier.${model.tier}.badge`)}
          <IconInfoCircle size={14} aria-hidden />
          <span className="n-visually-hidden">{t('tier.explain')}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('tier.explain')} tabIndex={-1} data-autofocus>
        <Text fw={650} mb={4}>
          {t(`tier.${model.tier}.title`)}
        </Text>
        <Text size="sm">{t(`tier.${model.tier}.method`)}</Text>
        <dl className={cards.words}>
          {lines.map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
