import { Button, Group, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api';
import { useMe } from '@/app/session';
import { Kbds, notifyDone, notifyError } from '@/ui';
import { useDirectory } from '../actions';
import { CompanyPicker } from '../fields/CompanyPicker';
import { taxVerdict } from '../model/nip';
import { type Kind, pathOf, type Ref } from '../types';
import classes from './Create.module.css';
import { BLANK, type Entry, enteredOf, entryField, requestOf } from './entry';
import { LikelyList } from './LikelyList';

interface QuickCreateProps {
  kind: Kind;
  onClose: () => void;
  /** A contact of this company. */
  company?: Ref;
  /** Without a frame of its own: inside a dialog. */
  bare?: boolean;
  /** Stays on the screen it is used from instead of opening the new record. */
  stay?: boolean;
}

/** The few things known at once; likely doubles show while typing. */
export function QuickCreate({ kind, onClose, company, bare = false, stay = false }: QuickCreateProps) {
  const { t } = useTranslation('directory');
  const navigate = useNavigate();
  const { create } = useDirectory(kind);
  const { workspace } = useMe();
  const home = workspace.zone === 'Europe/Warsaw' ? 'PL' : null;
  const form = useForm<Entry>({
    initialValues: { ...BLANK, company: company ?? null },
    validate: {
      name: (value) => (kind === 'company' && !value.trim() ? t('create.nameNeeded') : null),
      lastName: (value, { firstName, email }) =>
        kind === 'contact' && !`${value}${firstName}${email}`.trim() ? t('create.personNeeded') : null,
      taxNumber: (value) => {
        const verdict = taxVerdict(value, null, home);
        return verdict === 'ok' ? null : t(`tax.${verdict}`);
      },
    },
  });
  const submit = form.onSubmit(async (entry) => {
    try {
      const record = await create(requestOf(kind, entry));
      notifyDone(t(`create.done.${kind}`, { name: record.name }));
      onClose();
      if (!stay) void navigate({ to: `${pathOf(kind)}/${record.id}` });
    } catch (error) {
      if (error instanceof ApiError && error.errors.length > 0) {
        form.setErrors(
          Object.fromEntries(error.errors.map(({ field, message }) => [entryField(field), message])),
        );
      } else notifyError(error);
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !bare && !event.defaultPrevented) onClose();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
  };
  const field = (
    name: 'name' | 'firstName' | 'lastName' | 'jobTitle' | 'email' | 'phone' | 'website' | 'taxNumber',
  ) => ({
    label: t(name === 'name' ? 'field.name' : `field.${name}`),
    autoComplete: 'off',
    ...form.getInputProps(name),
  });
  return (
    <form
      onSubmit={submit}
      onKeyDown={onKeyDown}
      noValidate
      aria-label={t(`commands.new-${kind}`)}
      className={bare ? undefined : classes.inline}
    >
      {kind === 'company' ? (
        <SimpleGrid cols={{ base: 1, xs: 2, lg: bare ? 2 : 5 }} spacing="sm">
          <TextInput data-autofocus autoFocus {...field('name')} />
          <TextInput {...field('taxNumber')} />
          <TextInput type="url" placeholder="firma.pl" {...field('website')} />
          <TextInput type="email" {...field('email')} />
          <TextInput type="tel" {...field('phone')} />
        </SimpleGrid>
      ) : (
        <SimpleGrid cols={{ base: 1, xs: 2, lg: bare ? 2 : 6 }} spacing="sm">
          <TextInput data-autofocus autoFocus {...field('firstName')} />
          <TextInput {...field('lastName')} />
          <CompanyPicker
            label={t('field.company')}
            value={form.values.company}
            error={form.errors.companyId as string | undefined}
            onChange={(value) => form.setFieldValue('company', value)}
          />
          <TextInput {...field('jobTitle')} />
          <TextInput type="email" {...field('email')} />
          <TextInput type="tel" {...field('phone')} />
        </SimpleGrid>
      )}
      <LikelyList kind={kind} entered={enteredOf(kind, form.values)} onOpen={onClose} />
      <Group justify="flex-end" mt="md" gap="sm">
        <Button variant="default" size="xs" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button
          type="submit"
          size="xs"
          loading={form.submitting}
          rightSection={<Kbds shortcut="mod+enter" />}
        >
          {t(`create.act.${kind}`)}
        </Button>
      </Group>
    </form>
  );
}
