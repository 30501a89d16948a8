import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/ui';
import { PasswordPanel } from './PasswordPanel';
import { SessionsPanel } from './SessionsPanel';
import { TwoFactorPanel } from './TwoFactorPanel';

export default function SecuritySettings() {
  const { t } = useTranslation('identity');
  return (
    <>
      <PageHeader title={t('security.title')} />
      <PasswordPanel />
      <TwoFactorPanel />
      <SessionsPanel />
    </>
  );
}
