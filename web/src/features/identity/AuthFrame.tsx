import { SegmentedControl, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppLanguage, setLanguage } from '@/app/i18n';
import { Logo } from '@/app/shell/Logo';
import classes from './AuthFrame.module.css';

interface AuthFrameProps {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}

function Water() {
  return (
    <svg
      className={classes.water}
      viewBox="0 0 600 900"
      preserveAspectRatio="xMidYMax slice"
      fill="none"
      aria-hidden
    >
      {[0, 1, 2, 3, 4, 5, 6].map((line) => (
        <path
          key={line}
          d={`M-40 ${480 + line * 62}c110-92 212-92 330 0s226 92 350 0`}
          stroke="#6fd0e2"
          strokeOpacity={0.05 + line * 0.03}
          strokeWidth={3 + line * 3}
          strokeLinecap="round"
        />
      ))}
    </svg>
  );
}

/** The pages before one is inside: the river on one side, one form on the other. */
export function AuthFrame({ title, lead, children }: AuthFrameProps) {
  const { t, i18n } = useTranslation('identity');
  useEffect(() => {
    document.title = `${title} · Nurt`;
  }, [title]);
  return (
    <div className={classes.frame}>
      <aside className={classes.side}>
        <Water />
        <div className={classes.brand}>
          <Logo size={34} /> Nurt
        </div>
        <p className={classes.motto}>{t('motto')}</p>
      </aside>
      <main className={classes.main}>
        <div className={classes.language}>
          <SegmentedControl
            size="xs"
            aria-label={t('app:language')}
            value={i18n.language}
            onChange={(language) => void setLanguage(language as AppLanguage)}
            data={[
              { value: 'pl', label: 'Polski' },
              { value: 'en', label: 'English' },
            ]}
          />
        </div>
        <div className={classes.form}>
          <Title order={1}>{title}</Title>
          {lead && (
            <Text c="dimmed" mt={6} component="div">
              {lead}
            </Text>
          )}
          <div className={classes.body}>{children}</div>
        </div>
      </main>
    </div>
  );
}
