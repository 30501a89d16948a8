import { Textarea, TextInput, UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictError } from '@/api';
import { announce } from './announce';
import { ConflictDialog } from './ConflictDialog';
import classes from './InlineEdit.module.css';
import { useErrorText } from './States';

export interface EditorProps<T> {
  value: T;
  onChange: (value: T) => void;
  label: string;
  error: string | null;
  busy: boolean;
  /** Saves at once: for pickers, where choosing is deciding. */
  commit: (value: T) => void;
}

export interface InlineEditProps<T> {
  label: string;
  value: T;
  /** How the value reads; an en dash and the label where it is empty. */
  display?: ReactNode;
  /** Saves, with the version that was read. `overwrite` means: although somebody else saved first. */
  onSave: (value: T, overwrite: boolean) => Promise<unknown>;
  editor: (props: EditorProps<T>) => ReactNode;
  /** What is wrong with it, or null. */
  validate?: (value: T) => string | null;
  equal?: (a: T, b: T) => boolean;
  /** Reads the other person's value from a conflict, to show it. */
  theirs?: (error: ConflictError) => ReactNode;
  readOnly?: boolean;
  /** Enter begins a new line; Ctrl+Enter saves. */
  multiline?: boolean;
}

/** A value that becomes a field when clicked. Enter or leaving it saves, Esc gives up; a failure is shown in place. */
export function InlineEdit<T>(props: InlineEditProps<T>) {
  const { label, value, display, onSave, editor, validate, equal = Object.is, readOnly, multiline } = props;
  const { t } = useTranslation('ui');
  const words = useErrorText();
  // Wrapped, because nothing at all is a value too: an empty date, no owner.
  const [draft, setDraft] = useState<{ value: T; base: T } | null>(null);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [conflict, setConflict] = useState<{ theirs: ReactNode } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef<HTMLButtonElement>(null);
  const returnFocus = useRef(false);
  const editing = draft !== null && !saving;

  useEffect(() => {
    if (editing) box.current?.querySelector<HTMLElement>('input, textarea')?.focus();
    else if (returnFocus.current) shown.current?.focus();
    returnFocus.current = false;
  }, [editing]);

  const close = () => {
    returnFocus.current = box.current?.contains(document.activeElement) ?? false;
    setDraft(null);
    setError(null);
  };

  const save = async (next: T, overwrite = false) => {
    if (equal(next, value) && !overwrite) return close();
    const wrong = validate?.(next) ?? null;
    if (wrong) return setError(wrong);
    returnFocus.current = box.current?.contains(document.activeElement) ?? false;
    const base = draft ? draft.base : value;
    setDraft({ value: next, base });
    // Their value has arrived while this one was written: the version is the newest, yet they would be overwritten unseen.
    if (!overwrite && !equal(base, value)) {
      if (!equal(base, next)) return setConflict({ theirs: display ?? (String(value ?? '') || '–') });
      return close();
    }
    setSaving(true);
    try {
      await onSave(next, overwrite);
      setDraft(null);
      setError(null);
      announce(t('saved', { field: label }));
    } catch (failure) {
      if (failure instanceof ConflictError) setConflict({ theirs: props.theirs?.(failure) });
      const text = words(failure);
      setError(text.detail || text.title);
    } finally {
      setSaving(false);
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (draft === null || event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) void save(draft.value);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onBlur = (event: FocusEvent) => {
    const within = box.current?.contains(event.relatedTarget as Node | null);
    // A picker's list hangs elsewhere in the page, but belongs to the field.
    const inPopup = (event.relatedTarget as HTMLElement | null)?.closest('[data-portal]');
    if (!within && !inPopup && draft !== null && !saving && !conflict) void save(draft.value);
  };

  if (readOnly) return <span className={classes.plain}>{display ?? (String(value ?? '') || '–')}</span>;
  return (
    // Named only while it is a field: inside a heading the name would otherwise be read in place of the value.
    // biome-ignore lint/a11y/noStaticElementInteractions: keys come from the field within
    <div
      ref={box}
      {...(draft !== null && { role: 'group', 'aria-label': label })}
      className={classes.box}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      {editing && draft !== null ? (
        editor({
          value: draft.value,
          onChange: (next) => setDraft({ value: next, base: draft.base }),
          label,
          error,
          busy: saving,
          commit: (next) => void save(next),
        })
      ) : (
        <UnstyledButton
          ref={shown}
          className={classes.value}
          data-saving={saving || undefined}
          onClick={() => !saving && setDraft({ value, base: value })}
        >
          <span className="n-visually-hidden">{t('editField', { field: label })}. </span>
          <span className={classes.text}>
            {saving && typeof draft?.value === 'string' ? draft.value : (display ?? '–')}
          </span>
          <IconPencil size={14} className={classes.pencil} aria-hidden />
        </UnstyledButton>
      )}
      {conflict && draft !== null && (
        <ConflictDialog
          label={label}
          mine={
            typeof draft.value === 'string' || typeof draft.value === 'number'
              ? String(draft.value)
              : t('conflict.yourChange')
          }
          theirs={conflict.theirs}
          onTheirs={() => {
            setConflict(null);
            close();
          }}
          onMine={() => {
            setConflict(null);
            void save(draft.value, true);
          }}
        />
      )}
    </div>
  );
}

type TextProps = Omit<InlineEditProps<string>, 'editor' | 'display'> & {
  display?: ReactNode;
  placeholder?: string;
};

export function InlineText({ placeholder, ...props }: TextProps) {
  return (
    <InlineEdit
      display={props.value || undefined}
      {...props}
      editor={({ value, onChange, label, error }) =>
        props.multiline ? (
          <Textarea
            autosize
            minRows={3}
            maxRows={14}
            aria-label={label}
            placeholder={placeholder}
            value={value}
            error={error}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        ) : (
          <TextInput
            size="xs"
            aria-label={label}
            placeholder={placeholder}
            value={value}
            error={error}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )
      }
    />
  );
}
