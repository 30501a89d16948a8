import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { likelyQuery, sameNameQuery } from '../api';
import { enteredFrom } from '../model/likely';
import type { DirectoryRecord, Kind } from '../types';
import classes from './MergeDialog.module.css';

interface ChooseOtherProps {
  kind: Kind;
  record: DirectoryRecord;
  onChoose: (id: string) => void;
}

/** Which other record is the same: likely ones first, any other by its name. */
export function ChooseOther({ kind, record, onChoose }: ChooseOtherProps) {
  const { t } = useTranslation('directory');
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 150);
  const { data: likely = [] } = useQuery(likelyQuery(kind, enteredFrom(record)));
  const { data: found } = useQuery({ ...sameNameQuery(kind, asked), enabled: asked !== '' });
  const shown =
    asked === ''
      ? likely.map(({ record: { id, name }, reasons }) => ({
          id,
          name,
          hint: reasons.map((each) => t(`reason.${each}`)).join(', '),
        }))
      : (found?.items ?? []).map(({ id, name, email, phone }) => ({ id, name, hint: email ?? phone ?? '' }));
  const others = shown.filter(({ id }) => id !== record.id);
  return (
    <>
      <p className={classes.lead}>{t(`merge.which.${kind}`, { name: record.name })}</p>
      <TextInput
        data-autofocus
        aria-label={t(`merge.find.${kind}`)}
        placeholder={t(`merge.find.${kind}`)}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        mb="sm"
      />
      <ul className={classes.likely} aria-live="polite">
        {others.map(({ id, name, hint }) => (
          <li key={id}>
            <div>
              {name}
              {hint && <span>{hint}</span>}
            </div>
            <Button
              size="xs"
              variant="light"
              onClick={() => onChoose(id)}
              aria-label={t('merge.pickNamed', { name })}
            >
              {t('merge.pick')}
            </Button>
          </li>
        ))}
      </ul>
      {others.length === 0 && (
        <p className={classes.lead}>{t(asked === '' ? 'merge.noneLikely' : 'pick.nothing')}</p>
      )}
    </>
  );
}
