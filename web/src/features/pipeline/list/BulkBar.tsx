import { Button, Menu } from '@mantine/core';
import { IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '@/commands';
import { notifyError } from '@/ui';
import { PickedBar } from '@/ui/PickedBar';
import { useActions } from '../actions';
import { BulkDialog } from './BulkDialog';

export type BulkField = 'stage' | 'owner' | 'expectedClose' | 'source' | 'category' | 'tags';
const FIELDS: readonly BulkField[] = ['stage', 'owner', 'expectedClose', 'source', 'category', 'tags'];

interface BulkBarProps {
  ids: readonly string[];
  state: string;
  onClear: () => void;
}

/** What can be done to the picked rows, all at once, and taken back at once. */
export function BulkBar({ ids, state, onClear }: BulkBarProps) {
  const { t } = useTranslation('pipeline');
  const { bulk } = useActions();
  const [field, setField] = useState<BulkField | null>(null);
  const run = (change: Parameters<typeof bulk>[1]) => void bulk({ ids }, change).then(onClear, notifyError);
  return (
    <PickedBar
      label={t('bulk.label')}
      count={t('bulk.picked', { count: ids.length })}
      clearLabel={t('bulk.clear')}
      onClear={onClear}
    >
      {state === 'active' && (
        <>
          <CommandButton id="pipeline.won" variant="light" color="green" />
          <CommandButton id="pipeline.lost" variant="light" color="red" />
          <Menu position="top" width={210}>
            <Menu.Target>
              <Button size="xs" variant="light" rightSection={<IconChevronUp size={14} aria-hidden />}>
                {t('bulk.change')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {FIELDS.map((each) => (
                <Menu.Item key={each} onClick={() => setField(each)}>
                  {t(`field.${each}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Button size="xs" variant="subtle" color="gray" onClick={() => run({ archive: true })}>
            {t('commands.archive')}
          </Button>
          <Button size="xs" variant="subtle" color="red" onClick={() => run({ trash: true })}>
            {t('commands.trash')}
          </Button>
        </>
      )}
      {state === 'archived' && (
        <Button size="xs" variant="light" onClick={() => run({ archive: false })}>
          {t('commands.unarchive')}
        </Button>
      )}
      {state === 'trashed' && (
        <Button size="xs" variant="light" onClick={() => run({ trash: false })}>
          {t('commands.restore')}
        </Button>
      )}
      {field && <BulkDialog field={field} ids={ids} onClose={() => setField(null)} />}
    </PickedBar>
  );
}
