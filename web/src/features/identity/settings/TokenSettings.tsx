import { Badge, Button, Skeleton, Text } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Ago,
  confirm,
  DateText,
  EmptyState,
  ErrorState,
  notifyDone,
  notifyError,
  PageHeader,
  Panel,
} from '@/ui';
import { account, type TokenRow, tokensQuery } from './account';
import { NewToken } from './NewToken';
import classes from './Rows.module.css';

function widest(token: TokenRow) {
  return (['admin', 'write', 'read'] as const).find((each) => token.scopes.includes(each)) ?? 'read';
}

function TokenItem({ token, onRevoke }: { token: TokenRow; onRevoke: () => void }) {
  const { t } = useTranslation('identity');
  return (
    <li className={classes.row}>
      <IconKey size={20} stroke={1.6} aria-hidden className={classes.icon} />
      <div className={classes.main}>
        <Text fw={550} component="div">
          {token.name} <Badge color="gray">{t(`tokens.scope.${widest(token)}`)}</Badge>
        </Text>
        <Text size="sm" c="dimmed" component="div">
          {t('tokens.column.expires')} <DateText value={token.expiresAt} /> · {t('tokens.column.used')}{' '}
          {token.lastUsedAt ? <Ago value={token.lastUsedAt} /> : t('tokens.never')}
        </Text>
      </div>
      <Button
        size="xs"
        variant="default"
        aria-label={t('tokens.revokeNamed', { name: token.name })}
        onClick={onRevoke}
      >
        {t('tokens.revoke')}
      </Button>
    </li>
  );
}

export default function TokenSettings() {
  const { t } = useTranslation('identity');
  const client = useQueryClient();
  const tokens = useQuery(tokensQuery);
  const [adding, setAdding] = useState(false);
  const refresh = () => client.invalidateQueries(tokensQuery);

  const revoke = async (token: TokenRow) => {
    const sure = await confirm({
      title: t('tokens.ask.title', { name: token.name }),
      detail: t('tokens.ask.detail'),
      act: t('tokens.revoke'),
      danger: true,
    });
    if (!sure) return;
    await account.revokeToken(token.id).then(() => notifyDone(t('tokens.revoked')), notifyError);
    await refresh();
  };

  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t('tokens.new')}
    </Button>
  );
  const none = tokens.data?.length === 0;
  return (
    <>
      <PageHeader title={t('tokens.title')} actions={!none && !adding && add} />
      {adding && <NewToken onClose={() => setAdding(false)} onCreated={() => void refresh()} />}
      {tokens.isError && <ErrorState error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {none && !adding && (
        <EmptyState icon={IconKey} title={t('tokens.none.title')} actions={add}>
          {t('tokens.none.lead')}
        </EmptyState>
      )}
      {!none && !tokens.isError && (
        <Panel title={t('tokens.title')} lead={t('tokens.lead')}>
          {tokens.isPending && <Skeleton height={52} />}
          <ul className={classes.rows}>
            {tokens.data?.map((token) => (
              <TokenItem key={token.id} token={token} onRevoke={() => void revoke(token)} />
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
