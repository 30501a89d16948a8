import { useTranslation } from 'react-i18next';
import { InlineText } from '@/ui';
import type { Contact } from '../types';
import { AddressesField } from './AddressesField';
import { CustomFields } from './CustomFields';
import { FieldRow } from './FieldRow';
import classes from './Fields.module.css';
import { EmployerField, OwnerField, TagsField } from './PickFields';
import { PointsField } from './PointsField';
import { useSaving } from './useSaving';

/** What is known of a person, each piece edited where it stands. */
export function ContactFields({ record, readOnly }: { record: Contact; readOnly: boolean }) {
  const { t } = useTranslation('directory');
  const { save, theirs } = useSaving(record);
  const text = (field: 'firstName' | 'lastName' | 'jobTitle' | 'source' | 'description') => (
    <InlineText
      label={t(`field.${field}`)}
      readOnly={readOnly}
      multiline={field === 'description'}
      value={record[field] ?? ''}
      {...(field === 'description' &&
        record.description && { display: <span className={classes.plain}>{record.description}</span> })}
      theirs={theirs(field)}
      onSave={save(field)}
    />
  );
  const rest = { record, readOnly };
  return (
    <div className={classes.fields}>
      <dl className={classes.group}>
        <FieldRow label={t('field.firstName')}>{text('firstName')}</FieldRow>
        <FieldRow label={t('field.lastName')}>{text('lastName')}</FieldRow>
        <FieldRow label={t('field.jobTitle')}>{text('jobTitle')}</FieldRow>
        <FieldRow label={t('field.company')}>
          <EmployerField {...rest} />
        </FieldRow>
        <FieldRow label={t('field.emails')}>
          <PointsField of="emails" {...rest} />
        </FieldRow>
        <FieldRow label={t('field.phones')}>
          <PointsField of="phones" {...rest} />
        </FieldRow>
        <FieldRow label={t('field.addresses')}>
          <AddressesField {...rest} />
        </FieldRow>
      </dl>
      <dl className={classes.group}>
        <FieldRow label={t('field.owner')}>
          <OwnerField {...rest} />
        </FieldRow>
        <FieldRow label={t('field.tags')}>
          <TagsField {...rest} />
        </FieldRow>
        <FieldRow label={t('field.source')}>{text('source')}</FieldRow>
        <FieldRow label={t('field.description')}>{text('description')}</FieldRow>
      </dl>
      <CustomFields {...rest} />
    </div>
  );
}
