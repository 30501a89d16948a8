import { Button, Menu, Text } from '@mantine/core';
import {
  IconBookmark,
  IconChevronDown,
  IconDeviceFloppy,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyError, notifyUndo } from '@/ui';
import type { Kind } from '../types';
import { type SavedView, sameView, useViewChanges, type ViewConfig, viewsQuery } from '../views';
import { SaveViewDialog } from './SaveViewDialog';

interface ViewsMenuProps {
  kind: Kind;
  /** The id of the view in the address. */
  current: string | undefined;
  /** What is shown now. */
  shown: ViewConfig;
  /** Goes to a view; null to the one without filters. */
  onOpen: (view: SavedView | null) => void;
}

function Section({
  title,
  views,
  onOpen,
}: {
  title: string;
  views: SavedView[];
  onOpen: (view: SavedView) => void;
}) {
  if (views.length === 0) return null;
  return (
    <>
      <Menu.Label>{title}</Menu.Label>
      {views.map((view) => (
        <Menu.Item key={view.id} onClick={() => onOpen(view)}>
          {view.name}
        </Menu.Item>
      ))}
    </>
  );
}

export function ViewsMenu({ kind, current, shown, onOpen }: ViewsMenuProps) {
  const { t } = useTranslation('directory');
  const { data: views = [] } = useQuery(viewsQuery(kind));
  const changes = useViewChanges(kind);
  const [dialog, setDialog] = useState<'create' | 'rename' | null>(null);
  const view = views.find((each) => each.id === current);
  const changed = view !== undefined && !sameView(view.config, shown);

  const save = (mine: SavedView) =>
    changes
      .change(mine, { config: shown })
      .then(() => notifyDone(t('views.saved', { name: mine.name })), notifyError);
  const remove = async (mine: SavedView) => {
    try {
      await changes.remove(mine);
      onOpen(null);
      notifyUndo(t('views.removed', { name: mine.name }), async () => {
        onOpen(await changes.create(mine.name, mine.shared, mine.config));
      });
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <>
      <Menu position="bottom-start" width={260}>
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconBookmark size={15} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {view ? view.name : t(`views.all.${kind}`)}
            {changed && (
              <Text span c="dimmed" size="xs" ml={6}>
                {t('views.changed')}
              </Text>
            )}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onOpen(null)}>{t(`views.all.${kind}`)}</Menu.Item>
          <Section title={t('views.mine')} views={views.filter((each) => each.own)} onOpen={onOpen} />
          <Section title={t('views.shared')} views={views.filter((each) => !each.own)} onOpen={onOpen} />
          <Menu.Divider />
          {changed && view.own && (
            <Menu.Item
              leftSection={<IconDeviceFloppy size={16} aria-hidden />}
              onClick={() => void save(view)}
            >
              {t('views.saveChanges')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog('create')}>
            {t('views.saveAs')}
          </Menu.Item>
          {view?.own && (
            <>
              <Menu.Item
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={() => setDialog('rename')}
              >
                {t('views.rename')}
              </Menu.Item>
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => void remove(view)}
              >
                {t('views.remove')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'create' && (
        <SaveViewDialog
          title={t('views.saveAs')}
          onClose={() => setDialog(null)}
          onSave={async (name, shared) => onOpen(await changes.create(name, shared, shown))}
        />
      )}
      {dialog === 'rename' && view && (
        <SaveViewDialog
          title={t('views.rename')}
          name={view.name}
          shared={view.shared}
          onClose={() => setDialog(null)}
          onSave={(name, shared) => changes.change(view, { name, shared })}
        />
      )}
    </>
  );
}
