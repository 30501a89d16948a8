import { Button, Group, SimpleGrid, Stack, Textarea, TextInput, UnstyledButton } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictError } from '@/api';
import { ConflictDialog, Modal, useErrorText } from '@/ui';
import { addressLines } from '../model/address';
import type { Address, DirectoryRecord } from '../types';
import classes from './Fields.module.css';
import { plainValue, useSaving } from './useSaving';

const BLANK: Address = {
  label: null,
  street: null,
  postalCode: null,
  city: null,
  region: null,
  country: null,
};
type Draft = Record<keyof Address, string>;

function AddressForm({
  record,
  index,
  onClose,
}: {
  record: DirectoryRecord;
  index: number;
  onClose: () => void;
}) {
  const { t } = useTranslation('directory');
  const words = useErrorText();
  const { saveAll, theirs } = useSaving(record);
  const [conflict, setConflict] = useState<ConflictError | null>(null);
  const known = record.addresses[index] ?? BLANK;
  const form = useForm<Draft>({
    initialValues: Object.fromEntries(
      Object.keys(BLANK).map((name) => [name, known[name as keyof Address] ?? '']),
    ) as Draft,
  });
  const store = async (addresses: Address[], overwrite = false) => {
    try {
      await saveAll({ addresses }, overwrite);
      onClose();
    } catch (failure) {
      if (failure instanceof ConflictError) return setConflict(failure);
      const text = words(failure);
      form.setFieldError('street', text.detail || text.title);
    }
  };
  const changed = () => {
    const written = Object.fromEntries(
      Object.entries(form.values).map(([name, value]) => [name, value.trim() || null]),
    ) as unknown as Address;
    const next = [...record.addresses];
    next[index] = written;
    return next;
  };
  const without = record.addresses.filter((_, at) => at !== index);
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      title={t(index < record.addresses.length ? 'address.edit' : 'address.new')}
    >
      <form onSubmit={form.onSubmit(() => store(changed()))}>
        <Stack gap="sm">
          <Textarea
            data-autofocus
            autosize
            label={t('address.street')}
            autoComplete="off"
            {...form.getInputProps('street')}
          />
          <SimpleGrid cols={2}>
            <TextInput label={t('address.postalCode')} {...form.getInputProps('postalCode')} />
            <TextInput label={t('address.city')} {...form.getInputProps('city')} />
            <TextInput label={t('address.region')} {...form.getInputProps('region')} />
            <TextInput label={t('address.country')} {...form.getInputProps('country')} />
          </SimpleGrid>
          <TextInput
            label={t('address.label')}
            placeholder={t('address.labelExample')}
            {...form.getInputProps('label')}
          />
          <Group justify="space-between">
            <span>
              {index < record.addresses.length && (
                <Button variant="subtle" color="red" onClick={() => void store(without)}>
                  {t('address.remove')}
                </Button>
              )}
            </span>
            <Group gap="sm">
              <Button variant="default" onClick={onClose}>
                {t('ui:cancel')}
              </Button>
              <Button type="submit" loading={form.submitting}>
                {t('ui:save')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
      {conflict && (
        <ConflictDialog
          label={t('field.addresses')}
          mine={plainValue(changed()[index])}
          theirs={theirs('addresses')(conflict)}
          onTheirs={onClose}
          onMine={() => void store(changed(), true)}
        />
      )}
    </Modal>
  );
}

export function AddressesField({ record, readOnly }: { record: DirectoryRecord; readOnly: boolean }) {
  const { t } = useTranslation('directory');
  const [open, setOpen] = useState<number | null>(null);
  const { addresses } = record;
  const shown = (address: Address) => (
    <span className={classes.plain}>
      {addressLines(address).join('\n')}
      {address.label && <span className={classes.label}>{address.label}</span>}
    </span>
  );
  return (
    <div className={classes.list}>
      {addresses.map((address, index) =>
        readOnly ? (
          <div key={addressLines(address).join()} style={{ padding: '4px 7px' }}>
            {shown(address)}
          </div>
        ) : (
          <UnstyledButton
            key={addressLines(address).join()}
            className={classes.block}
            onClick={() => setOpen(index)}
          >
            <span className="n-visually-hidden">{t('ui:editField', { field: t('field.addresses') })}. </span>
            {shown(address)}
          </UnstyledButton>
        ),
      )}
      {!readOnly && (
        <UnstyledButton className={classes.add} onClick={() => setOpen(addresses.length)}>
          <IconPlus size={13} aria-hidden /> {t('address.add')}
        </UnstyledButton>
      )}
      {readOnly && addresses.length === 0 && '–'}
      {open !== null && <AddressForm record={record} index={open} onClose={() => setOpen(null)} />}
    </div>
  );
}
