import { Button, Menu, Text } from '@mantine/core';
import {
  type Icon,
  IconBookmark,
  IconChevronDown,
  IconDeviceFloppy,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyError, notifyUndo } from '@/ui';
import { type SavedView, useViewChanges, type ViewKind, viewsQuery } from './api';

const SaveViewDialog = lazy(() => import('./SaveViewDialog'));

interface ViewsMenuProps<C> {
  kind: ViewKind;
  /** The id of the view in the address. */
  current: string | undefined;
  /** What is shown now. */
  shown: C;
  same: (a: C, b: C) => boolean;
  /** What the view without filters is called. */
  all: string;
  nameExample: string;
  /** Where views differ in kind: the sign of one. */
  signOf?: (config: C) => Icon;
  /** Goes to a view; null to the one without filters. */
  onOpen: (view: SavedView<C> | null) => void;
}

interface SectionProps<C> extends Pick<ViewsMenuProps<C>, 'signOf'> {
  title: string;
  views: SavedView<C>[];
  onOpen: (view: SavedView<C>) => void;
}

function Section<C>({ title, views, signOf, onOpen }: SectionProps<C>) {
  if (views.length === 0) return null;
  return (
    <>
      <Menu.Label>{title}</Menu.Label>
      {views.map((view) => {
        const Sign = signOf?.(view.config);
        return (
          <Menu.Item
            key={view.id}
            {...(Sign && { leftSection: <Sign size={16} aria-hidden /> })}
            onClick={() => onOpen(view)}
          >
            {view.name}
          </Menu.Item>
        );
      })}
    </>
  );
}

/** Saved views of a list, one's own and those of others; the one shown can be saved, renamed and deleted. */
export function ViewsMenu<C>(props: ViewsMenuProps<C>) {
  const { kind, current, shown, same, all, nameExample, signOf, onOpen } = props;
  const { t } = useTranslation('views');
  const [opened, setOpened] = useState(false);
  const { data: views = [] } = useQuery({ ...viewsQuery<C>(kind), enabled: opened || current !== undefined });
  const changes = useViewChanges<C>(kind);
  const [dialog, setDialog] = useState<'create' | 'rename' | null>(null);
  const view = views.find((each) => each.id === current);
  const changed = view !== undefined && !same(view.config, shown);

  const save = () => {
    if (!view) return;
    changes
      .change(view, { config: shown })
      .then(() => notifyDone(t('saved', { name: view.name })), notifyError);
  };
  const remove = async () => {
    if (!view) return;
    try {
      await changes.remove(view);
      onOpen(null);
      notifyUndo(t('removed', { name: view.name }), async () => {
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
            maw={190}
            variant="default"
            leftSection={<IconBookmark size={15} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {view ? view.name : all}
            {changed && (
              <Text span c="dimmed" size="xs" ml={6}>
                {t('changed')}
              </Text>
            )}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onOpen(null)}>{all}</Menu.Item>
          <Section title={t('mine')} views={views.filter(({ own }) => own)} signOf={signOf} onOpen={onOpen} />
          <Section
            title={t('shared')}
            views={views.filter(({ own }) => !own)}
            signOf={signOf}
            onOpen={onOpen}
          />
          <Menu.Divider />
          {changed && view.own && (
            <Menu.Item leftSection={<IconDeviceFloppy size={16} aria-hidden />} onClick={save}>
              {t('saveChanges')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog('create')}>
            {t('saveAs')}
          </Menu.Item>
          {view?.own && (
            <>
              <Menu.Item
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={() => setDialog('rename')}
              >
                {t('rename')}
              </Menu.Item>
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => void remove()}
              >
                {t('remove')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
        {dialog === 'create' && (
          <SaveViewDialog
            title={t('saveAs')}
            nameExample={nameExample}
            onClose={() => setDialog(null)}
            onSave={async (name, shared) => onOpen(await changes.create(name, shared, shown))}
          />
        )}
        {dialog === 'rename' && view && (
          <SaveViewDialog
            title={t('rename')}
            nameExample={nameExample}
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
