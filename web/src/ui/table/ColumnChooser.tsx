import { ActionIcon, Checkbox, Popover, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Hint } from '../Hint';
import classes from './DataTable.module.css';
import type { DataColumn } from './types';
import type { useTableColumns } from './useTableColumns';

interface ColumnChooserProps<Row> {
  all: readonly DataColumn<Row>[];
  columns: ReturnType<typeof useTableColumns<Row>>;
}

/** Which columns are shown, and in which order. */
export function ColumnChooser<Row>({ all, columns }: ColumnChooserProps<Row>) {
  const { t } = useTranslation('ui');
  const { change, layout, visibility } = columns;
  const known = layout.order.filter((id) => all.some((each) => each.id === id));
  const order = [...known, ...all.map((each) => each.id).filter((id) => !known.includes(id))];
  const move = (id: string, by: number) => {
    const from = order.indexOf(id);
    const next = order.filter((each) => each !== id);
    next.splice(Math.max(0, from + by), 0, id);
    change({ order: next });
  };
  return (
    <Popover position="bottom-end" width={280} trapFocus>
      <Popover.Target>
        <Hint label={t('table.columns')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('table.columns')}>
            <IconColumns3 size={18} aria-hidden />
          </ActionIcon>
        </Hint>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('table.columns')}>
        <Text size="sm" fw={600} mb={8}>
          {t('table.columns')}
        </Text>
        <Stack gap={2} className={classes.chooser}>
          {order.map((id, index) => {
            const column = all.find((each) => each.id === id);
            if (!column) return null;
            return (
              <div key={id} className={classes.choice}>
                <Checkbox
                  size="xs"
                  label={column.header}
                  checked={visibility[id] ?? true}
                  disabled={column.hideable === false}
                  onChange={(event) =>
                    change({ visible: { ...visibility, [id]: event.currentTarget.checked } })
                  }
                />
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  color="gray"
                  disabled={index === 0}
                  aria-label={t('table.moveUp', { column: column.header })}
                  onClick={() => move(id, -1)}
                >
                  <IconArrowUp size={14} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  color="gray"
                  disabled={index === order.length - 1}
                  aria-label={t('table.moveDown', { column: column.header })}
                  onClick={() => move(id, 1)}
                >
                  <IconArrowDown size={14} aria-hidden />
                </ActionIcon>
              </div>
            );
          })}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
