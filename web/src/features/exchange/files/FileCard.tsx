import { ActionIcon, Badge, Select, Tooltip } from '@mantine/core';
import { IconFileText, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { confirm, useFormat } from '@/ui';
import classes from '../Import.module.css';
import { type Common, dateOrder, numberStyle, readAll } from '../model/detection';
import { ENTITIES } from '../model/fields';
import { Notice } from '../Notice';
import type { DateOrder, Entity, ImportFile, NumberStyle } from '../types';
import { useCounted } from '../useCounted';
import type { Draft } from '../useDraft';

const ENCODINGS = [
  'UTF-8',
  'UTF-16LE',
  'UTF-16BE',
  'windows-1250',
  'ISO-8859-2',
  'windows-1252',
  'ISO-8859-1',
];
const DELIMITERS = [',', ';', '\t', '|'];
const ORDERS: DateOrder[] = ['day_first', 'month_first'];
const LEAVE_OUT = 'leave-out';
const STYLES: NumberStyle[] = ['decimal_point', 'decimal_comma'];
const DELIMITER_KEYS: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };
/** The names of the systems are names: the same in every language. */
const SYSTEMS: Record<string, string> = {
  salesforce: 'Salesforce',
  hubspot: 'HubSpot',
  pipedrive: 'Pipedrive',
  zoho: 'Zoho',
  suitecrm: 'SuiteCRM',
  google_contacts: 'Google Contacts',
};

interface ChoiceProps {
  label: string;
  value: string | null;
  options: { value: string; label: string }[];
  /** What stands there when the columns of the file differ. */
  placeholder?: string | undefined;
  onChange: (value: string) => void;
  disabled: boolean;
}

function Choice({ label, value, options, placeholder, onChange, disabled }: ChoiceProps) {
  return (
    <Select
      size="xs"
      label={label}
      data={options}
      value={value}
      placeholder={placeholder}
      allowDeselect={false}
      disabled={disabled}
      onChange={(next) => next !== null && next !== value && onChange(next)}
    />
  );
}

function Remarks({ file }: { file: ImportFile }) {
  const counted = useCounted();
  const { t } = useTranslation('exchange');
  return (
    <>
      {!file.entity && <Notice tone="risk">{t('file.unknown')}</Notice>}
      {file.refusedRows > 0 && (
        <Notice tone="risk">{counted('exchange:file.ragged', file.refusedRows)}</Notice>
      )}
      {file.noteRows > 0 && <Notice>{counted('exchange:file.notes', file.noteRows)}</Notice>}
      {file.blankRows > 0 && <Notice>{counted('exchange:file.blank', file.blankRows)}</Notice>}
    </>
  );
}

/** One file: what was recognised, every part of it open to correction. */
export function FileCard({ file, draft }: { file: ImportFile; draft: Draft }) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const counted = useCounted();
  const busy = draft.reading === file.id;
  const system = SYSTEMS[file.preset];
  const order = dateOrder(file);
  const style = numberStyle(file);
  const mixed = (value: Common<unknown>) => (value === 'mixed' ? t('file.mixed') : undefined);
  const encodings = ENCODINGS.some((each) => each.toLowerCase() === file.encoding.toLowerCase())
    ? ENCODINGS
    : [file.encoding, ...ENCODINGS];
  const encoding = encodings.find((each) => each.toLowerCase() === file.encoding.toLowerCase());
  const remove = async () => {
    const yes = await confirm({
      title: t('file.removeTitle', { name: file.name }),
      detail: t('file.removeDetail'),
      act: t('file.remove'),
      danger: true,
    });
    if (yes) draft.removeFile(file.id);
  };
  return (
    <section className={classes.card} aria-label={file.name} aria-busy={busy}>
      <div className={classes.cardHead}>
        <div className={classes.cardTitle}>
          <IconFileText size={19} stroke={1.7} aria-hidden />
          <span className={classes.cardName}>{file.name}</span>
          <span className={`${classes.dim} n-figure`}>
            {counted('exchange:count.rows', file.rows)},{' '}
            {counted('exchange:count.columns', file.columns.length)}
          </span>
          {system && <Badge>{t('file.from', { system })}</Badge>}
          {file.entity && file.confidence < 1 && (
            <Badge color="gray">{t('file.sure', { percent: format.percent(file.confidence) })}</Badge>
          )}
        </div>
        <Tooltip label={t('file.remove')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('file.removeNamed', { name: file.name })}
            onClick={() => void remove()}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.facts}>
        <Choice
          label={t('file.entity')}
          value={file.entity ?? LEAVE_OUT}
          options={[
            ...ENTITIES.map((value) => ({ value: value as string, label: t(`entity.${value}`) })),
            { value: LEAVE_OUT, label: t('file.leaveOut') },
          ]}
          onChange={(value) =>
            draft.readAgain(file.id, { entity: value === LEAVE_OUT ? null : (value as Entity) })
          }
          disabled={busy}
        />
        <Choice
          label={t('file.encoding')}
          value={encoding ?? null}
          options={encodings.map((value) => ({ value, label: value }))}
          onChange={(value) => draft.readAgain(file.id, { encoding: value })}
          disabled={busy}
        />
        <Choice
          label={t('file.delimiter')}
          value={file.delimiter}
          options={DELIMITERS.map((value) => ({ value, label: t(`delimiter.${DELIMITER_KEYS[value]}`) }))}
          onChange={(value) => draft.readAgain(file.id, { delimiter: value })}
          disabled={busy}
        />
        <Choice
          label={t('file.header')}
          value={String(file.header)}
          options={[
            { value: 'true', label: t('file.headerYes') },
            { value: 'false', label: t('file.headerNo') },
          ]}
          onChange={(value) => draft.readAgain(file.id, { header: value === 'true' })}
          disabled={busy}
        />
        {order && (
          <Choice
            label={t('file.dates')}
            value={order === 'mixed' ? null : order}
            placeholder={mixed(order)}
            options={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))}
            onChange={(value) =>
              draft.changeMapping(file.id, { columns: readAll(file, { dateOrder: value as DateOrder }) })
            }
            disabled={busy}
          />
        )}
        {style && (
          <Choice
            label={t('file.numbers')}
            value={style === 'mixed' ? null : style}
            placeholder={mixed(style)}
            options={STYLES.map((value) => ({ value, label: t(`style.${value}`) }))}
            onChange={(value) =>
              draft.changeMapping(file.id, { columns: readAll(file, { numberStyle: value as NumberStyle }) })
            }
            disabled={busy}
          />
        )}
      </div>
      <Remarks file={file} />
    </section>
  );
}
