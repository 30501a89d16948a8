import { NumberInput, TextInput } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/app/session';
import { InlineEdit, InlineText, Money, useFormat } from '@/ui';
import { taxNumberText, taxVerdict } from '../model/nip';
import { readNumber } from '../model/number';
import type { Company } from '../types';
import { AddressesField } from './AddressesField';
import { CustomFields } from './CustomFields';
import { FieldRow } from './FieldRow';
import classes from './Fields.module.css';
import { OwnerField, ParentField, TagsField } from './PickFields';
import { PointsField } from './PointsField';
import { useSaving } from './useSaving';

interface CompanyFieldsProps {
  record: Company;
  readOnly: boolean;
}

function TaxField({ record, readOnly }: CompanyFieldsProps) {
  const { t } = useTranslation('directory');
  const { workspace } = useMe();
  const { saveAll, theirs } = useSaving(record);
  const home = workspace.zone === 'Europe/Warsaw' ? 'PL' : null;
  const wrong = (text: string) => {
    const verdict = taxVerdict(text, null, record.taxCountry ?? home);
    return verdict === 'ok' ? null : t(`tax.${verdict}`);
  };
  const number = record.taxNumber;
  return (
    <InlineEdit<string>
      label={t('field.taxNumber')}
      readOnly={readOnly}
      value={number ?? ''}
      display={
        number ? <span className="n-figure">{taxNumberText(number, record.taxCountry)}</span> : undefined
      }
      validate={wrong}
      theirs={theirs('taxNumber')}
      onSave={(text, overwrite) =>
        // The number may be of another country than the one before: its shape or prefix tells.
        saveAll(text.trim() ? { taxNumber: text.trim(), taxCountry: null } : { taxNumber: null }, overwrite)
      }
      editor={({ value, onChange, label, error }) => (
        <TextInput
          size="xs"
          aria-label={label}
          value={value}
          error={error}
          description={value.trim() && !wrong(value) ? undefined : t('tax.help')}
          inputWrapperOrder={['input', 'error', 'description']}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    />
  );
}

function WholeNumber({
  record,
  readOnly,
  field,
  min,
  max,
}: CompanyFieldsProps & {
  field: 'employees' | 'foundedYear';
  min: number;
  max: number;
}) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const { save, theirs } = useSaving(record);
  const value = record[field];
  return (
    <InlineEdit<number | null>
      label={t(`field.${field}`)}
      readOnly={readOnly}
      value={value}
      display={
        value === null ? undefined : (
          <span className="n-figure">{field === 'foundedYear' ? value : format.number(value)}</span>
        )
      }
      theirs={theirs(field)}
      onSave={save(field)}
      editor={({ value: draft, onChange, label, error }) => (
        <NumberInput
          size="xs"
          aria-label={label}
          hideControls
          allowDecimal={false}
          min={min}
          max={max}
          value={draft ?? ''}
          error={error}
          onChange={(next) => onChange(next === '' ? null : Number(next))}
        />
      )}
    />
  );
}

function RevenueField({ record, readOnly }: CompanyFieldsProps) {
  const { t } = useTranslation('directory');
  const { save, theirs } = useSaving(record);
  return (
    <InlineText
      label={t('field.annualRevenue')}
      readOnly={readOnly}
      value={record.annualRevenue ?? ''}
      display={
        record.annualRevenue === null ? undefined : (
          <Money
            amount={record.annualRevenue}
            whole
            {...(record.revenueCurrency && { currency: record.revenueCurrency })}
          />
        )
      }
      validate={(text) => (text.trim() && readNumber(text) === null ? t('field.numberWrong') : null)}
      theirs={theirs('annualRevenue')}
      onSave={(text, overwrite) => save('annualRevenue')(text.trim() ? readNumber(text) : null, overwrite)}
    />
  );
}

/** What is known of a company, each piece edited where it stands. */
export function CompanyFields({ record, readOnly }: CompanyFieldsProps) {
  const { t } = useTranslation('directory');
  const { save, theirs } = useSaving(record);
  const text = (field: 'website' | 'industry' | 'source') => (
    <InlineText
      label={t(`field.${field}`)}
      readOnly={readOnly}
      value={record[field] ?? ''}
      {...(field === 'website' && record.domain && { display: record.domain })}
      theirs={theirs(field)}
      onSave={save(field)}
    />
  );
  const rest = { record, readOnly };
  return (
    <div className={classes.fields}>
      <dl className={classes.group}>
        <FieldRow label={t('field.owner')}>
          <OwnerField {...rest} />
        </FieldRow>
        <FieldRow label={t('field.tags')}>
          <TagsField {...rest} />
        </FieldRow>
        <FieldRow label={t('field.website')}>
          <div className={classes.item}>
            {text('website')}
            {record.website && (
              <a
                href={record.website}
                target="_blank"
                rel="noreferrer noopener"
                className={classes.go}
                aria-label={t('open', { name: record.domain ?? record.website })}
              >
                <IconExternalLink size={15} aria-hidden />
              </a>
            )}
          </div>
        </FieldRow>
        <FieldRow label={t('field.phones')}>
          <PointsField of="phones" {...rest} />
        </FieldRow>
        <FieldRow label={t('field.emails')}>
          <PointsField of="emails" {...rest} />
        </FieldRow>
        <FieldRow label={t('field.addresses')}>
          <AddressesField {...rest} />
        </FieldRow>
      </dl>
      <dl className={classes.group}>
        <FieldRow label={t('field.industry')}>{text('industry')}</FieldRow>
        <FieldRow label={t('field.taxNumber')}>
          <TaxField {...rest} />
        </FieldRow>
        <FieldRow label={t('field.parent')}>
          <ParentField {...rest} />
        </FieldRow>
        <FieldRow label={t('field.employees')}>
          <WholeNumber field="employees" min={0} max={2_147_483_647} {...rest} />
        </FieldRow>
        <FieldRow label={t('field.annualRevenue')}>
          <RevenueField {...rest} />
        </FieldRow>
        <FieldRow label={t('field.foundedYear')}>
          <WholeNumber field="foundedYear" min={500} max={new Date().getFullYear() + 1} {...rest} />
        </FieldRow>
        <FieldRow label={t('field.source')}>{text('source')}</FieldRow>
        <FieldRow label={t('field.description')}>
          <InlineText
            multiline
            label={t('field.description')}
            readOnly={readOnly}
            value={record.description ?? ''}
            {...(record.description && {
              display: <span className={classes.plain}>{record.description}</span>,
            })}
            theirs={theirs('description')}
            onSave={save('description')}
          />
        </FieldRow>
      </dl>
      <CustomFields {...rest} />
    </div>
  );
}
