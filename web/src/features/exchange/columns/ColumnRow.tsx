import { Checkbox, Group, Select, TextInput, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import classes from '../Import.module.css';
import { asksDateOrder, asksNumberStyle, mayBeScaled } from '../model/detection';
import { kindOf } from '../model/fields';
import type { Column, ColumnMapping, CustomType, DateOrder, ImportFile, NumberStyle } from '../types';
import { useCounted } from '../useCounted';
import { FieldSelect } from './FieldSelect';
import { Question } from './Question';

const CUSTOM_TYPES: CustomType[] = ['text', 'number', 'date', 'boolean', 'choice'];
const ORDERS: DateOrder[] = ['day_first', 'month_first'];
const STYLES: NumberStyle[] = ['decimal_point', 'decimal_comma'];
const FACTORS = ['1', '1000', '1000000'];

interface DetailsProps {
  file: ImportFile;
  column: Column;
  mapping: ColumnMapping;
  onChange: (change: Partial<ColumnMapping>) => void;
}

/** What is left to say about a column once it is known what it becomes. */
function Details({ file, column, mapping, onChange }: DetailsProps) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const factor = String(Number(mapping.factor));
  return (
    <>
      {kindOf(file, mapping.field) === 'custom' && (
        <Select
          size="xs"
          w={170}
          aria-label={t('columns.customType', { column: column.name })}
          data={CUSTOM_TYPES.map((value) => ({ value, label: t(`custom.${value}`) }))}
          value={mapping.customType ?? 'text'}
          allowDeselect={false}
          onChange={(value) => value && onChange({ customType: value as CustomType })}
        />
      )}
      {mapping.field === 'deal_stage_entered_at' && (
        <TextInput
          key={mapping.stage}
          size="xs"
          w={200}
          aria-label={t('columns.stage', { column: column.name })}
          defaultValue={mapping.stage ?? column.name}
          onBlur={(event) => {
            const stage = event.currentTarget.value.trim();
            if (stage && stage !== mapping.stage) onChange({ stage });
          }}
        />
      )}
      {mayBeScaled(file, column, mapping) && (
        <Select
          size="xs"
          w={150}
          aria-label={t('columns.factor', { column: column.name })}
          data={[...new Set([...FACTORS, factor])].map((value) => ({
            value,
            label:
              value === '1' ? t('columns.asWritten') : t('columns.times', { factor: format.number(value) }),
          }))}
          value={factor}
          allowDeselect={false}
          onChange={(value) => value && onChange({ factor: value })}
        />
      )}
      {mapping.field === 'deal_amount' && (
        <Tooltip
          label={t('columns.knownFromStartHelp')}
          multiline
          w={320}
          events={{ hover: true, focus: true, touch: true }}
        >
          <Checkbox
            size="xs"
            mt={7}
            label={t('columns.knownFromStart')}
            aria-description={t('columns.knownFromStartHelp')}
            checked={mapping.knownFromStart === true}
            onChange={(event) => onChange({ knownFromStart: event.currentTarget.checked })}
          />
        </Tooltip>
      )}
      {asksDateOrder(file, column, mapping) && (
        <Question
          label={t('columns.whichFirst', { value: column.samples[0] ?? '' })}
          options={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))}
          value={mapping.dateOrder}
          onChange={(value) => onChange({ dateOrder: value as DateOrder })}
        />
      )}
      {asksNumberStyle(file, column, mapping) && (
        <Question
          label={t('columns.whichDecimal', { value: column.samples[0] ?? '' })}
          options={STYLES.map((value) => ({ value, label: t(`style.${value}`) }))}
          value={mapping.numberStyle}
          onChange={(value) => onChange({ numberStyle: value as NumberStyle })}
        />
      )}
    </>
  );
}

export function ColumnRow(props: DetailsProps & { onField: (field: string | null) => void }) {
  const { file, column, mapping, onField } = props;
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const counted = useCounted();
  const full = 1 - column.emptyShare;
  return (
    <tr>
      <th scope="row">
        <span className={classes.name}>{column.name}</span>
      </th>
      <td>
        <span className={classes.samples}>
          {column.samples.length > 0
            ? column.samples.map((sample) => <span key={sample}>{sample} </span>)
            : t('columns.empty')}
        </span>
      </td>
      <td>
        {t(`type.${column.type}`)}
        <div className={`${classes.dim} n-figure`}>
          {full < 1 && t('columns.filled', { percent: format.percent(full) })}
          {column.misfits > 0 && (
            <div title={column.firstMisfits.join(', ')}>
              {counted('exchange:columns.misfits', column.misfits)}
            </div>
          )}
        </div>
      </td>
      <td>
        <Group gap={8} align="flex-start">
          <FieldSelect
            label={t('columns.becomesNamed', { column: column.name })}
            file={file}
            value={mapping.field}
            onChange={onField}
          />
          <Details {...props} />
        </Group>
      </td>
    </tr>
  );
}
