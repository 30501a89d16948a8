import { Select, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText, InlineEdit, InlineText, PersonAvatar } from '@/ui';
import { DateField } from '@/ui/dates';
import { peopleQuery, tagsQuery } from '../api';
import type { Category, Deal, Ref } from '../types';
import { AmountField } from './AmountField';
import { CompanyPicker } from './CompanyPicker';
import { ContactsField } from './ContactsField';
import { CustomFields } from './CustomFields';
import { FieldRow } from './FieldRow';
import { ProductsField } from './ProductsField';
import classes from './Record.module.css';
import { SourceField } from './SourceField';
import { useSaving } from './useSaving';

const CATEGORIES: readonly Category[] = ['commit', 'best_case', 'pipeline', 'omitted'];
interface DealFieldsProps {
  deal: Deal;
  readOnly: boolean;
}

function PersonField({ deal, readOnly }: DealFieldsProps) {
  const { t } = useTranslation('pipeline');
  const { data: people = [] } = useQuery(peopleQuery);
  const { save, theirs } = useSaving(deal);
  return (
    <InlineEdit
      label={t('field.owner')}
      readOnly={readOnly}
      value={deal.owner?.id ?? null}
      display={
        deal.owner && (
          <span className={classes.person}>
            <PersonAvatar name={deal.owner.name} size={20} named={false} />
            {deal.owner.name}
          </span>
        )
      }
      theirs={theirs('owner')}
      onSave={save('ownerId')}
      editor={({ value, commit, label, error }) => (
        <Select
          size="xs"
          aria-label={label}
          searchable
          defaultDropdownOpened
          error={error}
          data={people
            .filter((person) => person.status !== 'deactivated')
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={value}
          onChange={commit}
        />
      )}
    />
  );
}

function DayField({
  deal,
  field,
  readOnly,
  tail,
}: DealFieldsProps & { field: 'expectedClose' | 'nextStepOn' | 'resumeOn'; tail?: ReactNode }) {
  const { t } = useTranslation('pipeline');
  const { save, theirs } = useSaving(deal);
  return (
    <InlineEdit
      label={t(`field.${field}`)}
      readOnly={readOnly}
      value={deal[field]}
      display={
        deal[field] && (
          <>
            <DateText value={deal[field]} /> {tail}
          </>
        )
      }
      theirs={theirs(field)}
      onSave={save(field)}
      editor={({ value, onChange, label, error }) => (
        <DateField size="xs" aria-label={label} value={value} error={error} onChange={onChange} />
      )}
    />
  );
}

function TagsField({ deal, readOnly }: DealFieldsProps) {
  const { t } = useTranslation('pipeline');
  const { data: tags = [] } = useQuery(tagsQuery);
  const { save, theirs } = useSaving(deal);
  return (
    <InlineEdit
      label={t('field.tags')}
      readOnly={readOnly}
      value={deal.tags}
      equal={(a, b) => a.join('\n') === b.join('\n')}
      display={
        deal.tags.length === 0 ? undefined : (
          <span className={classes.tags}>
            {deal.tags.map((tag) => (
              <span key={tag} className={classes.tag}>
                {tag}
              </span>
            ))}
          </span>
        )
      }
      theirs={theirs('tags')}
      onSave={save('tags')}
      editor={({ value, onChange, label, error }) => (
        <TagsInput
          size="xs"
          aria-label={label}
          error={error}
          data={tags.map(({ name }) => name)}
          value={value}
          onChange={onChange}
        />
      )}
    />
  );
}

/** The fields of a deal, each edited where it stands. */
export function DealFields({ deal, readOnly }: DealFieldsProps) {
  const { t } = useTranslation('pipeline');
  const { save, theirs } = useSaving(deal);
  const company: Ref | null = deal.company;
  return (
    <dl className={classes.fields}>
      <FieldRow label={t('field.amount')}>
        <AmountField deal={deal} readOnly={readOnly} />
      </FieldRow>
      <FieldRow label={t('field.expectedClose')}>
        <DayField deal={deal} field="expectedClose" readOnly={readOnly} />
      </FieldRow>
      <FieldRow label={t('field.nextStep')}>
        <InlineText
          label={t('field.nextStep')}
          readOnly={readOnly}
          value={deal.nextStep ?? ''}
          theirs={theirs('nextStep')}
          onSave={(value, overwrite) => save('nextStep')(value.trim() || null, overwrite)}
        />
      </FieldRow>
      <FieldRow label={t('field.nextStepOn')}>
        <DayField deal={deal} field="nextStepOn" readOnly={readOnly} />
      </FieldRow>
      <FieldRow label={t('field.company')}>
        <InlineEdit
          label={t('field.company')}
          readOnly={readOnly}
          value={company}
          equal={(a, b) => a?.id === b?.id}
          display={company?.name}
          theirs={theirs('company')}
          onSave={(next, overwrite) => save('companyId')(next?.id ?? null, overwrite)}
          editor={({ value, commit, label, error }) => (
            <CompanyPicker size="xs" ariaLabel={label} value={value} error={error} onChange={commit} />
          )}
        />
      </FieldRow>
      <FieldRow label={t('field.contacts')}>
        <ContactsField deal={deal} readOnly={readOnly} />
      </FieldRow>
      <FieldRow label={t('field.owner')}>
        <PersonField deal={deal} readOnly={readOnly} />
      </FieldRow>
      <FieldRow label={t('field.products')}>
        <ProductsField deal={deal} readOnly={readOnly} />
      </FieldRow>
      <FieldRow label={t('field.source')}>
        <SourceField deal={deal} readOnly={readOnly} />
      </FieldRow>
      <FieldRow label={t('field.tags')}>
        <TagsField deal={deal} readOnly={readOnly} />
      </FieldRow>
      <FieldRow label={t('field.category')}>
        <InlineEdit<string | null>
          label={t('field.category')}
          readOnly={readOnly}
          value={deal.category}
          display={deal.category && t(`category.${deal.category}`)}
          theirs={theirs('category')}
          onSave={save('category')}
          editor={({ value, commit, label, error }) => (
            <Select
              size="xs"
              aria-label={label}
              error={error}
              clearable
              defaultDropdownOpened
              data={CATEGORIES.map((each) => ({ value: each, label: t(`category.${each}`) }))}
              value={value}
              onChange={commit}
            />
          )}
        />
      </FieldRow>
      {deal.resumeOn && (
        <FieldRow label={t('field.resumeOn')}>
          <DayField deal={deal} field="resumeOn" readOnly={readOnly} />
        </FieldRow>
      )}
      <CustomFields deal={deal} readOnly={readOnly} />
    </dl>
  );
}
