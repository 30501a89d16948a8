import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { IconArchive, IconRestore } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, InlineText, ListSkeleton, notifyError, Panel } from '@/ui';
import { mayBeSent, useLacks } from '@/ui/lacks';
import { lostReasonsQuery } from '../api';
import classes from './Settings.module.css';
import { useSetup } from './setup';

/** Why deals are lost. One that is archived stays on the deals that have it. */
export function LostReasons() {
  const { t } = useTranslation('pipeline');
  const { addReason, changeReason } = useSetup();
  const { data, error, refetch } = useQuery(lostReasonsQuery);
  const [name, setName] = useState('');
  const lacks = useLacks({ name: name.trim() === '' && t('settings.nameNeeded') });
  const form = useRef<HTMLFormElement>(null);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton rows={5} />;
  return (
    <Panel title={t('settings.part.reasons')} lead={t('settings.reasonsLead')}>
      <ul className={classes.rows}>
        {data.map((reason) => (
          <li key={reason.id} className={classes.row} data-archived={reason.archivedAt ? true : undefined}>
            <div className={classes.stageName}>
              <InlineText
                label={t('settings.reasonName')}
                value={reason.name}
                validate={(text) => (text.trim() === '' ? t('settings.nameNeeded') : null)}
                onSave={(text) => changeReason(reason.id, { name: text.trim() })}
              />
            </div>
            {reason.archivedAt && <span className={classes.figure}>{t('settings.notOffered')}</span>}
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t(reason.archivedAt ? 'settings.offerAgain' : 'settings.offerNoMore', {
                name: reason.name,
              })}
              onClick={() =>
                void changeReason(reason.id, { archived: !reason.archivedAt }).catch(notifyError)
              }
            >
              {reason.archivedAt ? (
                <IconRestore size={16} aria-hidden />
              ) : (
                <IconArchive size={16} aria-hidden />
              )}
            </ActionIcon>
          </li>
        ))}
      </ul>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!mayBeSent(lacks, form.current)) return;
          addReason(name.trim()).then(() => {
            setName('');
            lacks.forget();
          }, notifyError);
        }}
      >
        <Group mt="sm" gap="xs" align="flex-start">
          <TextInput
            size="xs"
            flex={1}
            aria-label={t('settings.newReason')}
            placeholder={t('settings.newReason')}
            value={name}
            error={lacks.at('name')}
            maxLength={200}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button size="xs" type="submit">
            {t('settings.add')}
          </Button>
        </Group>
      </form>
    </Panel>
  );
}
