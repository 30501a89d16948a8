import { Select, TagsInput } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { InlineEdit, PersonAvatar } from '@/ui';
import { CompanyPicker } from '../fields/CompanyPicker';
import { type Company, type Contact, type DirectoryRecord, isCompany, type Ref } from '../types';
import { useOwners, useTags } from '../useNames';
import classes from './Fields.module.css';
import { useSaving } from './useSaving';

interface FieldProps<R extends DirectoryRecord = DirectoryRecord> {
  record: R;
  readOnly: boolean;
}

const sameRef = (a: Ref | null, b: Ref | null) => a?.id === b?.id;

export function OwnerField({ record, readOnly }: FieldProps) {
  const { t } = useTranslation('directory');
  const { save, theirs } = useSaving(record);
  const owners = useOwners();
  return (
    <InlineEdit<string | null>
      label={t('field.owner')}
      readOnly={readOnly}
      value={record.owner?.id ?? null}
      display={
        record.owner && (
          <span className={classes.person}>
            <PersonAvatar name={record.owner.name} size={20} named={false} />
            {record.owner.name}
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
          clearable
          defaultDropdownOpened
          error={error}
          data={owners}
          value={value}
          nothingFoundMessage={t('pick.nothing')}
          onChange={commit}
        />
      )}
    />
  );
}

/** The tags with one that is only typed so far. */
export function withTyped(tags: readonly string[], typed: string): string[] {
  return typed === '' || tags.includes(typed) ? [...tags] : [...tags, typed];
}

export function TagsField({ record, readOnly }: FieldProps) {
  const { t } = useTranslation('directory');
  const { save, theirs } = useSaving(record);
  const known = useTags(isCompany(record) ? 'company' : 'contact');
  const store = save('tags');
  // What is typed but not yet a tag when it is saved or left becomes one too.
  const typed = useRef('');
  return (
    <InlineEdit<string[]>
      label={t('field.tags')}
      readOnly={readOnly}
      value={record.tags}
      multiline
      equal={(a, b) => typed.current === '' && a.join('\n') === b.join('\n')}
      display={
        record.tags.length > 0 ? (
          <span className={classes.tags}>
            {record.tags.map((tag) => (
              <span key={tag} className={classes.tag}>
                {tag}
              </span>
            ))}
          </span>
        ) : undefined
      }
      theirs={theirs('tags')}
      onSave={(tags, overwrite) => store(withTyped(tags, typed.current), overwrite)}
      editor={({ value, onChange, label, error }) => (
        <TagsInput
          size="xs"
          aria-label={label}
          data={known}
          value={value}
          error={error}
          placeholder={t('pick.tag')}
          onSearchChange={(text) => {
            typed.current = text.trim();
          }}
          onChange={onChange}
        />
      )}
    />
  );
}

/** A company named in another record, with the way to it. */
function CompanyField({
  record,
  readOnly,
  value,
  member,
  field,
  label,
}: FieldProps & {
  value: Ref | null;
  member: string;
  field: string;
  label: string;
}) {
  const { t } = useTranslation('directory');
  const { save, theirs } = useSaving(record);
  const store = save(member);
  return (
    <div className={classes.item}>
      <InlineEdit<Ref | null>
        label={label}
        readOnly={readOnly}
        value={value}
        equal={sameRef}
        display={value?.name}
        theirs={theirs(field)}
        onSave={(next, overwrite) => store(next?.id ?? null, overwrite)}
        editor={({ value: draft, commit, error }) => (
          <CompanyPicker
            size="xs"
            ariaLabel={label}
            value={draft}
            error={error}
            except={record.id}
            onChange={commit}
          />
        )}
      />
      {value && (
        <Link
          to={`/companies/${value.id}`}
          className={classes.go}
          aria-label={t('open', { name: value.name })}
        >
          <IconExternalLink size={15} aria-hidden />
        </Link>
      )}
    </div>
  );
}

export function ParentField({ record, readOnly }: FieldProps<Company>) {
  const { t } = useTranslation('directory');
  const rest = { value: record.parent, member: 'parentId', field: 'parent', label: t('field.parent') };
  return <CompanyField record={record} readOnly={readOnly} {...rest} />;
}

export function EmployerField({ record, readOnly }: FieldProps<Contact>) {
  const { t } = useTranslation('directory');
  const rest = { value: record.company, member: 'companyId', field: 'company', label: t('field.company') };
  return <CompanyField record={record} readOnly={readOnly} {...rest} />;
}
