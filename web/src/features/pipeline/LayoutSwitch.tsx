import { ActionIcon, Group } from '@mantine/core';
import { IconLayoutKanban, IconTable } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Hint } from '@/ui';
import { BOARD_FILTERS, type Filters, readFilters, writeFilters } from './model/filters';

/** The same deals as a board or as a list. */
export function LayoutSwitch({ current, filters }: { current: 'board' | 'list'; filters: Filters }) {
  const { t } = useTranslation('pipeline');
  const navigate = useNavigate();
  const [home] = filters.pipeline ?? [];
  const toBoard = () =>
    void navigate({
      to: home ? `/board/${home}` : '/board',
      search: writeFilters({}, readFilters(filters, BOARD_FILTERS)) as never,
    });
  const toList = () => void navigate({ to: '/deals', search: writeFilters({}, filters) as never });
  const buttons = [
    { id: 'board', Sign: IconLayoutKanban, go: toBoard },
    { id: 'list', Sign: IconTable, go: toList },
  ] as const;
  return (
    <Group gap={2} role="group" aria-label={t('layout.label')}>
      {buttons.map(({ id, Sign, go }) => (
        <Hint key={id} label={t(`layout.${id}`)}>
          <ActionIcon
            variant={current === id ? 'light' : 'subtle'}
            color={current === id ? 'river' : 'gray'}
            size={30}
            aria-label={t(`layout.${id}`)}
            aria-pressed={current === id}
            onClick={go}
          >
            <Sign size={17} aria-hidden />
          </ActionIcon>
        </Hint>
      ))}
    </Group>
  );
}
