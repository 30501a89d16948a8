import { Button, Menu, Text } from '@mantine/core';
import {
  IconBookmark,
  IconChevronDown,
  IconDeviceFloppy,
  IconLayoutKanban,
  IconPencil,
  IconPlus,
  IconTable,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useSession } from '@/app/session';
import { notifyDone, notifyError, notifyUndo } from '@/ui';
import { myId } from '../people';
import classes from './Filters.module.css';
import { type SavedView, sameView, useViewChanges, type ViewConfig, viewsQuery } from './views';

const SaveViewDialog = lazy(() => import('./SaveViewDialog'));

interface ViewsMenuProps {
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
      {views.map((view) => {
        const Sign = view.config.layout === 'list' ? IconTable : IconLayoutKanban;
        return (
          <Menu.Item key={view.id} leftSection={<Sign size={16} aria-hidden />} onClick={() => onOpen(view)}>
            {view.name}
          </Menu.Item>
        );
      })}
    </>
  );
}

export function ViewsMenu({ current, shown, onOpen }: ViewsMenuProps) {
  const { t } = useTranslation('pipeline');
  const { can } = useSession();
  const me = useMe();
  const [opened, setOpened] = useState(false);
  const { data: views = [] } = useQuery({ ...viewsQuery, enabled: opened || current !== undefined });
  const changes = useViewChanges();
  const [dialog, setDialog] = useState<'create' | 'rename' | null>(null);
  const view = views.find((each) => each.id === current);
  const mayEdit = view !== undefined && (!view.shared || can('share-views'));
  const changed = view !== undefined && !sameView(view.config, shown);
  const mine = (each: SavedView) => !each.shared || each.owner?.id === myId(me);

  const save = () => {
    if (!view) return;
    changes
      .change(view, { config: shown })
      .then(() => notifyDone(t('views.saved', { name: view.name })), notifyError);
  };
  const remove = async () => {
    if (!view) return;
    try {
      await changes.remove(view);
      onOpen(null);
      notifyUndo(t('views.removed', { name: view.name }), async () => {
        onOpen(await changes.create(view.name, view.shared, view.config));
      });
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <>
      <Menu position="bottom-start" width={260} opened={opened} onChange={setOpened}>
        <Menu.Target>
          <Button
            size="xs"
            className={classes.view}
            variant="default"
            leftSection={<IconBookmark size={15} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {view ? view.name : t('views.all')}
            {changed && (
              <Text span c="dimmed" size="xs" ml={6}>
                {t('views.changed')}
              </Text>
            )}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onOpen(null)}>{t('views.all')}</Menu.Item>
          <Section title={t('views.mine')} views={views.filter(mine)} onOpen={onOpen} />
          <Section title={t('views.shared')} views={views.filter((each) => !mine(each))} onOpen={onOpen} />
          <Menu.Divider />
          {changed && mayEdit && (
            <Menu.Item leftSection={<IconDeviceFloppy size={16} aria-hidden />} onClick={save}>
              {t('views.saveChanges')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog('create')}>
            {t('views.saveAs')}
          </Menu.Item>
          {mayEdit && (
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
                onClick={() => void remove()}
              >
                {t('views.remove')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
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
      </Suspense>
    </>
  );
}
