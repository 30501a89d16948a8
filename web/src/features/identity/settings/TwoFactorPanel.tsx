import { Badge, Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery, useMe } from '@/app/session';
import { notifyDone, Panel } from '@/ui';
import { account } from './account';
import { AskPassword, ConfirmCode, RecoveryCodes } from './TwoFactorSteps';

type Step =
  | { at: 'rest' }
  | { at: 'begin' }
  | { at: 'scan'; secret: string; otpauthUri: string }
  | { at: 'codes'; codes: string[] }
  | { at: 'off' };

export function TwoFactorPanel() {
  const { t } = useTranslation('identity');
  const { user } = useMe();
  const client = useQueryClient();
  const [step, setStep] = useState<Step>({ at: 'rest' });
  const refresh = () => client.invalidateQueries(meQuery);
  const rest = () => setStep({ at: 'rest' });

  return (
    <Panel
      title={t('security.two.title')}
      lead={
        <Group gap={8} wrap="nowrap" align="baseline">
          {user.twoFactor && <Badge color="green">✓</Badge>}
          {t(user.twoFactor ? 'security.two.on' : 'security.two.off')}
        </Group>
      }
      actions={
        step.at === 'rest' &&
        (user.twoFactor ? (
          <Button variant="default" onClick={() => setStep({ at: 'off' })}>
            {t('security.two.turnOff')}
          </Button>
        ) : (
          <Button onClick={() => setStep({ at: 'begin' })}>{t('security.two.begin')}</Button>
        ))
      }
    >
      {step.at === 'begin' && (
        <AskPassword
          lead={t('security.two.beginLead')}
          act={t('security.two.begin')}
          send={account.beginTwoFactor}
          onCancel={rest}
          onDone={(secret) => setStep({ at: 'scan', ...secret })}
        />
      )}
      {step.at === 'scan' && (
        <ConfirmCode
          secret={step.secret}
          otpauthUri={step.otpauthUri}
          onCancel={rest}
          onDone={(codes) => {
            setStep({ at: 'codes', codes });
            notifyDone(t('security.two.done'));
            void refresh();
          }}
        />
      )}
      {step.at === 'codes' && <RecoveryCodes codes={step.codes} onDone={rest} />}
      {step.at === 'off' && (
        <AskPassword
          lead={t('security.two.turnOffLead')}
          act={t('security.two.turnOff')}
          color="red"
          send={account.endTwoFactor}
          onCancel={rest}
          onDone={() => {
            rest();
            notifyDone(t('security.two.undone'));
            void refresh();
          }}
        />
      )}
    </Panel>
  );
}
