import { ActionIcon, Autocomplete, TextInput, UnstyledButton } from '@mantine/core';
import { IconMail, IconPhone, IconPlus, IconStar } from '@tabler/icons-react';
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type EditorProps, Hint, InlineEdit, useErrorText } from '@/ui';
import type { ContactPoint, DirectoryRecord } from '../types';
import classes from './Fields.module.css';
import { useSaving } from './useSaving';

export type Points = 'emails' | 'phones';

const LABELS = ['work', 'mobile', 'private', 'invoices'] as const;
const BLANK: ContactPoint = { value: '', label: null };

const same = (a: ContactPoint, b: ContactPoint) => a.value === b.value && (a.label ?? '') === (b.label ?? '');

/** The list with one point changed; without a value it is taken out. */
export function withPoint(
  points: readonly ContactPoint[],
  index: number,
  point: ContactPoint,
): ContactPoint[] {
  const next = [...points];
  if (point.value.trim() === '') next.splice(index, 1);
  else next[index] = { value: point.value.trim(), label: point.label?.trim() || null };
  return next;
}

/** The first one is the one that is used. */
export function madeFirst(points: readonly ContactPoint[], index: number): ContactPoint[] {
  const chosen = points[index];
  return chosen ? [chosen, ...points.filter((_, at) => at !== index)] : [...points];
}

function useLabels() {
  const { t } = useTranslation('directory');
  const known = LABELS.map((code) => ({ code, text: t(`point.${code}`) }));
  return {
    texts: known.map((each) => each.text),
    toText: (label: string | null) => known.find((each) => each.code === label)?.text ?? label ?? '',
    toLabel: (text: string) => known.find((each) => each.text === text)?.code ?? (text.trim() || null),
  };
}

function Editor({
  of,
  value,
  onChange,
  label,
  error,
  focus,
}: EditorProps<ContactPoint> & { of: Points; focus?: boolean }) {
  const { t } = useTranslation('directory');
  const labels = useLabels();
  return (
    <div className={classes.pair}>
      <TextInput
        size="xs"
        type={of === 'emails' ? 'email' : 'tel'}
        aria-label={label}
        autoFocus={focus ?? false}
        value={value.value}
        error={error}
        onChange={(event) => onChange({ ...value, value: event.currentTarget.value })}
      />
      <Autocomplete
        size="xs"
        w={104}
        aria-label={t('point.label')}
        placeholder={t('point.label')}
        data={labels.texts}
        value={labels.toText(value.label)}
        onChange={(text) => onChange({ ...value, label: labels.toLabel(text) })}
      />
    </div>
  );
}

/** A new one, typed at once: Enter or leaving it saves, Esc gives up. */
function NewPoint({
  of,
  onSave,
  onClose,
}: {
  of: Points;
  onSave: (point: ContactPoint) => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useTranslation('directory');
  const words = useErrorText();
  const [draft, setDraft] = useState(BLANK);
  const [error, setError] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const busy = useRef(false);
  const save = async () => {
    if (busy.current) return;
    if (draft.value.trim() === '') return onClose();
    busy.current = true;
    try {
      await onSave(draft);
      onClose();
    } catch (failure) {
      const text = words(failure);
      setError(text.detail || text.title);
    } finally {
      busy.current = false;
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onBlur = (event: FocusEvent) => {
    const next = event.relatedTarget as HTMLElement | null;
    if (!box.current?.contains(next) && !next?.closest('[data-portal]')) void save();
  };
  return (
    <div ref={box} role="group" aria-label={t(`point.new.${of}`)} onKeyDown={onKeyDown} onBlur={onBlur}>
      <Editor
        of={of}
        value={draft}
        onChange={setDraft}
        label={t(`point.new.${of}`)}
        error={error}
        busy={false}
        commit={setDraft}
        focus
      />
    </div>
  );
}

/** E-mail addresses or telephones: each edited in place, the first one is the one that is used. */
export function PointsField({
  of,
  record,
  readOnly,
}: {
  of: Points;
  record: DirectoryRecord;
  readOnly: boolean;
}) {
  const { t } = useTranslation('directory');
  const { save, theirs } = useSaving(record);
  const labels = useLabels();
  const [adding, setAdding] = useState(false);
  const points = record[of];
  const store = save(of);
  const Sign = of === 'emails' ? IconMail : IconPhone;
  const shown = (point: ContactPoint) => (
    <span className={classes.plain}>
      {point.value}
      {point.label && <span className={classes.label}>{labels.toText(point.label)}</span>}
    </span>
  );
  return (
    <div className={classes.list}>
      {points.map((point, index) => (
        <div key={point.value} className={classes.item}>
          <InlineEdit<ContactPoint>
            label={t(`field.${of}`)}
            readOnly={readOnly}
            value={point}
            equal={same}
            display={shown(point)}
            theirs={theirs(of)}
            onSave={(next, overwrite) => store(withPoint(points, index, next), overwrite)}
            editor={(props) => <Editor of={of} {...props} />}
          />
          {index > 0 && !readOnly && (
            <Hint label={t('point.first')}>
              <ActionIcon
                className={classes.tool}
                size={24}
                variant="subtle"
                color="gray"
                aria-label={t('point.firstNamed', { value: point.value })}
                onClick={() => void store(madeFirst(points, index), false).catch(() => undefined)}
              >
                <IconStar size={15} aria-hidden />
              </ActionIcon>
            </Hint>
          )}
          <ActionIcon
            className={classes.tool}
            component="a"
            href={`${of === 'emails' ? 'mailto' : 'tel'}:${point.value}`}
            size={24}
            variant="subtle"
            aria-label={t(`point.use.${of}`, { value: point.value })}
          >
            <Sign size={15} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {adding && (
        <NewPoint
          of={of}
          onClose={() => setAdding(false)}
          onSave={(point) => store(withPoint(points, points.length, point), false)}
        />
      )}
      {!readOnly && !adding && (
        <UnstyledButton className={classes.add} onClick={() => setAdding(true)}>
          <IconPlus size={13} aria-hidden /> {t(`point.add.${of}`)}
        </UnstyledButton>
      )}
      {readOnly && points.length === 0 && '–'}
    </div>
  );
}
