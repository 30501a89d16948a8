import { ActionIcon, Combobox, Group, Select, TextInput, UnstyledButton, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconStar, IconStarFilled, IconX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api';
import { Hint, notifyError } from '@/ui';
import { useActions } from '../actions';
import type { ContactRole, Deal, DealContact, Paged, Ref } from '../types';
import classes from './Record.module.css';

const ROLES: readonly ContactRole[] = [
  'decision_maker',
  'influencer',
  'champion',
  'buyer',
  'user',
  'blocker',
  'other',
];
const CREATE = '+create';

interface Found extends Ref {
  company?: Ref | null;
}

/** Finds a person by name, or creates one at the deal's company. */
function AddContact({ deal, onAdd }: { deal: Deal; onAdd: (contact: Ref) => void }) {
  const { t } = useTranslation('pipeline');
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 150);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const { data } = useQuery({
    queryKey: ['contacts', 'pick', asked, deal.company?.id],
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    queryFn: ({ signal }) =>
      api.get<Paged<Found>>('/contacts', {
        signal,
        // Without a name to look for, the people of the deal's own company are the likely ones.
        query: asked ? { q: asked, limit: 8 } : { company: deal.company?.id, limit: 8 },
      }),
  });
  const taken = new Set(deal.contacts.map((each) => each.id));
  const found = (data?.items ?? []).filter((each) => !taken.has(each.id));
  const create = async (name: string) => {
    const [firstName = '', ...rest] = name.split(/\s+/);
    try {
      onAdd(
        await api.post<Ref>('/contacts', {
          firstName: rest.length > 0 ? firstName : null,
          lastName: rest.join(' ') || firstName,
          companyId: deal.company?.id ?? null,
        }),
      );
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <Combobox
      store={box}
      onOptionSubmit={(id) => {
        const contact = found.find((each) => each.id === id);
        if (id === CREATE) void create(text.trim());
        else if (contact) onAdd(contact);
      }}
    >
      <Combobox.Target>
        <TextInput
          size="xs"
          autoFocus
          aria-label={t('contacts.add')}
          placeholder={t('contacts.placeholder')}
          value={text}
          onFocus={() => box.openDropdown()}
          onBlur={() => box.closeDropdown()}
          onChange={(event) => {
            setText(event.currentTarget.value);
            box.openDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options>
          {found.map((each) => (
            <Combobox.Option key={each.id} value={each.id}>
              {each.name}
              {each.company && <span className={classes.soft}> · {each.company.name}</span>}
            </Combobox.Option>
          ))}
          {text.trim() !== '' && (
            <Combobox.Option value={CREATE}>{t('contacts.create', { name: text.trim() })}</Combobox.Option>
          )}
          {found.length === 0 && text.trim() === '' && <Combobox.Empty>{t('contacts.write')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

export function ContactsField({ deal, readOnly }: { deal: Deal; readOnly: boolean }) {
  const { t } = useTranslation('pipeline');
  const { patch } = useActions();
  const [adding, setAdding] = useState(false);
  const save = (contacts: readonly DealContact[]) =>
    patch(deal.id, {
      contacts: contacts.map(({ id, role, primary }) => ({ contactId: id, role, primary })),
    }).catch(notifyError);
  const change = (id: string, part: Partial<DealContact>) =>
    save(
      deal.contacts.map((each) =>
        each.id === id ? { ...each, ...part } : { ...each, primary: part.primary ? false : each.primary },
      ),
    );
  return (
    <div className={classes.list}>
      {deal.contacts.map((contact) => (
        <div key={contact.id} className={classes.contact}>
          <span className={classes.contactName}>{contact.name}</span>
          {readOnly ? (
            contact.role && <span className={classes.soft}>{t(`role.${contact.role}`)}</span>
          ) : (
            <>
              <Select
                size="xs"
                w={132}
                variant="unstyled"
                aria-label={t('contacts.role', { name: contact.name })}
                placeholder={t('contacts.rolePlaceholder')}
                clearable={false}
                data={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
                value={contact.role}
                onChange={(role) => void change(contact.id, { role: role as ContactRole | null })}
              />
              <Hint label={t('contacts.primary')}>
                <ActionIcon
                  size={24}
                  variant="subtle"
                  color={contact.primary ? 'amber' : 'gray'}
                  aria-pressed={contact.primary}
                  aria-label={t('contacts.primary')}
                  onClick={() => void change(contact.id, { primary: !contact.primary })}
                >
                  {contact.primary ? <IconStarFilled size={14} /> : <IconStar size={14} />}
                </ActionIcon>
              </Hint>
              <ActionIcon
                size={24}
                variant="subtle"
                color="gray"
                aria-label={t('contacts.remove', { name: contact.name })}
                onClick={() => void save(deal.contacts.filter((each) => each.id !== contact.id))}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </>
          )}
        </div>
      ))}
      {readOnly && deal.contacts.length === 0 && '–'}
      {!readOnly && !adding && (
        <UnstyledButton className={classes.add} onClick={() => setAdding(true)}>
          <Group gap={4}>
            <IconPlus size={14} aria-hidden />
            {t('contacts.add')}
          </Group>
        </UnstyledButton>
      )}
      {adding && (
        <AddContact
          deal={deal}
          onAdd={(contact) => {
            setAdding(false);
            void save([
              ...deal.contacts,
              { id: contact.id, name: contact.name, role: null, primary: deal.contacts.length === 0 },
            ]);
          }}
        />
      )}
    </div>
  );
}
