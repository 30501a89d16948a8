import { ActionIcon, Popover, ScrollArea, Skeleton, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import cards from '@/ui/chart/Cards.module.css';
import { type About, definitionsQuery, type LeftOut } from './api';
import { useLeftOut } from './leftOut';

interface DefinitionProps {
  /** Key in the dictionary. */
  of: string;
  title: string;
  about: About;
  n?: number | undefined;
  left?: LeftOut | null | undefined;
}

function Words({ of, about, n, left }: Omit<DefinitionProps, 'title'>) {
  const { t, i18n } = useTranslation('insights');
  const format = useFormat();
  const { data } = useQuery(definitionsQuery(i18n.language));
  const words = data?.find((each) => each.key === of);
  const leftOut = useLeftOut();
  if (!words) return <Skeleton height={120} />;
  const lines = [
    [t('definition.population'), words.population],
    [t('definition.timeBasis'), words.timeBasis],
    [t('definition.valueField'), words.valueField],
    [t('definition.owner'), words.ownerAttribution],
    [t('definition.shown'), about.population],
    [
      t('definition.asOf'),
      [format.dateTime(about.asOf), n !== undefined && t('n', { n: format.number(n) }), ...leftOut(left)]
        .filter(Boolean)
        .join(' · '),
    ],
  ] as const;
  return (
    <>
      <Text fw={650} mb={4}>
        {words.title}
      </Text>
      <Text className={cards.formula}>{words.formula}</Text>
      <dl className={cards.words}>
        {lines.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Text size="xs" c="dimmed">
        {words.notes}
      </Text>
    </>
  );
}

/** The definition of a figure: formula, population, time basis, as-of moment, n. */
export function DefinitionButton({ title, ...props }: DefinitionProps) {
  const { t } = useTranslation('insights');
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width="min(380px, calc(100vw - 28px))"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          className={cards.info}
          aria-label={t('definition.of', { figure: title })}
          onClick={() => setOpen((now) => !now)}
        >
          <IconInfoCircle size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={title} tabIndex={-1} data-autofocus>
        <ScrollArea.Autosize mah="min(600px, 66vh)" viewportProps={{ tabIndex: 0 }}>
          <Words {...props} />
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
