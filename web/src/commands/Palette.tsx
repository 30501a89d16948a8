import { Modal, Text } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showOverlay } from '@/app/shell/overlays';
import { announce } from '@/ui/announce';
import { Kbds } from '@/ui/Hint';
import { useCommandContext } from './context';
import { shortcutsOf } from './keys';
import classes from './Palette.module.css';
import { releaseKeys } from './typeAhead';
import { type Entry, usePaletteEntries } from './usePaletteEntries';

function PaletteRow(props: {
  entry: Entry;
  id: string;
  active: boolean;
  onPick: () => void;
  onPoint: () => void;
}) {
  const { entry, id, active, onPick, onPoint } = props;
  const IconPart = entry.command?.icon ?? entry.record?.icon;
  const keys = entry.command && shortcutsOf(entry.command)[0];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox's input
    // biome-ignore lint/a11y/useFocusableInteractive: options are pointed at by aria-activedescendant
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={classes.row}
      data-danger={entry.command?.danger || undefined}
      onClick={onPick}
      onPointerMove={onPoint}
    >
      <span className={classes.icon}>{IconPart && <IconPart size={18} stroke={1.7} aria-hidden />}</span>
      <span className={classes.label}>
        {entry.label}
        {entry.detail && <small>{entry.detail}</small>}
      </span>
      {keys && <Kbds shortcut={keys} />}
    </div>
  );
}

function Hints() {
  const { t } = useTranslation();
  return (
    <div className={classes.foot} aria-hidden>
      <Kbds shortcut="arrowup arrowdown" /> {t('palette.hint.move')}
      <Kbds shortcut="enter" /> {t('palette.hint.run')}
      <Kbds shortcut="escape" /> {t('palette.hint.close')}
    </div>
  );
}

/** Ctrl+K: do or find anything. A combobox whose list is made of commands and found records. */
export default function Palette() {
  const { t } = useTranslation();
  const context = useCommandContext();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const { groups, searching } = usePaletteEntries(query);
  const entries = groups.flatMap((each) => each.entries);
  const at = Math.min(active, entries.length - 1);
  const optionId = (index: number) => `${listId}-${index}`;
  const count = entries.length;

  useEffect(() => {
    if (query !== '') announce(t('palette.results', { count }));
  }, [query, count, t]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const pick = (entry: Entry | undefined) => {
    if (!entry) return;
    showOverlay(null);
    const now = context();
    if (entry.record) now.navigate(entry.record.to);
    // The dialog gives the focus back first, so that the command may move it.
    else window.setTimeout(() => void entry.command?.run(now));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined && count > 0) {
      event.preventDefault();
      const wraps = Math.abs(step) === 1;
      setActive(wraps ? (at + step + count) % count : Math.max(0, Math.min(count - 1, at + step)));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      pick(entries[at]);
    }
  };

  let index = -1;
  return (
    <Modal.Root
      opened
      onClose={() => showOverlay(null)}
      padding={0}
      size={620}
      // Given to the content itself, Mantine would dress its full-screen frame with it as well.
      classNames={{ content: classes.content ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.label')}>
        <div className={classes.head}>
          <IconSearch size={19} aria-hidden />
          <input
            data-autofocus
            className={classes.input}
            role="combobox"
            aria-expanded
            aria-controls={listId}
            aria-activedescendant={at >= 0 ? optionId(at) : undefined}
            aria-autocomplete="list"
            aria-label={t('palette.label')}
            placeholder={t('palette.placeholder')}
            value={query}
            onFocus={() => {
              const text = releaseKeys();
              if (text !== '') setQuery((now) => now + text);
            }}
            onChange={(event) => {
              setQuery(event.currentTarget.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <div className={classes.progress} data-on={searching || undefined} aria-hidden />
        <div ref={list} id={listId} role="listbox" aria-label={t('palette.label')} className={classes.list}>
          {groups.map((group) => (
            <div
              key={group.id}
              role="group"
              aria-label={t(group.id === 'records' ? 'palette.records' : `palette.group.${group.id}`)}
            >
              <div className={classes.group} aria-hidden>
                {t(group.id === 'records' ? 'palette.records' : `palette.group.${group.id}`)}
              </div>
              {group.entries.map((entry) => {
                index += 1;
                const mine = index;
                return (
                  <PaletteRow
                    key={entry.key}
                    entry={entry}
                    id={optionId(mine)}
                    active={mine === at}
                    onPick={() => pick(entry)}
                    onPoint={() => setActive(mine)}
                  />
                );
              })}
            </div>
          ))}
        </div>
        {count === 0 && !searching && (
          <div className={classes.nothing}>
            <Text fw={550}>{t('palette.nothing', { query })}</Text>
            <Text size="sm" c="dimmed">
              {t('palette.teach')}
            </Text>
          </div>
        )}
        <Hints />
      </Modal.Content>
    </Modal.Root>
  );
}
