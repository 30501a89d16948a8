import { Tabs } from '@mantine/core';
import { IconCoins, IconPackage, IconRoute, IconThumbDown } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/ui';
import { LostReasons } from './LostReasons';
import { Pipelines } from './Pipelines';
import { Products } from './Products';
import { Rates } from './Rates';

const PARTS = [
  { id: 'pipelines', Sign: IconRoute, Part: Pipelines },
  { id: 'reasons', Sign: IconThumbDown, Part: LostReasons },
  { id: 'products', Sign: IconPackage, Part: Products },
  { id: 'rates', Sign: IconCoins, Part: Rates },
] as const;

/** How a workspace sells: its pipelines, why deals are lost, what is sold, what money is worth. */
export default function PipelineSettings() {
  const { t } = useTranslation('pipeline');
  const navigate = useNavigate();
  const { part } = useSearch({ strict: false }) as { part?: string };
  const shown = PARTS.find((each) => each.id === part)?.id ?? 'pipelines';
  return (
    <>
      <PageHeader title={t('settings.title')} />
      <Tabs
        value={shown}
        keepMounted={false}
        onChange={(next) => void navigate({ to: '.', search: { part: next } as never, replace: true })}
      >
        <Tabs.List mx={20} mb={14}>
          {PARTS.map(({ id, Sign }) => (
            <Tabs.Tab key={id} value={id} leftSection={<Sign size={16} aria-hidden />}>
              {t(`settings.part.${id}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {PARTS.map(({ id, Part }) => (
          <Tabs.Panel key={id} value={id}>
            <Part />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}
