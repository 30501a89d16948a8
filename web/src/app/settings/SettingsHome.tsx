import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/ui/PageHeader';
import classes from './Settings.module.css';
import { useSettingsGroups } from './SettingsLayout';

export function SettingsHome() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('settings.title')} />
      {useSettingsGroups().map(({ group, sections }) => (
        <section key={group} className={classes.tiles} aria-label={t(`settings.group.${group}`)}>
          {sections.map((section) => (
            <Link key={section.id} to={`/settings/${section.id}`} className={classes.tile}>
              <section.icon size={22} stroke={1.6} aria-hidden />
              <span>
                <Text fw={600}>{t(section.label)}</Text>
                {section.description && (
                  <Text size="sm" c="dimmed">
                    {t(section.description)}
                  </Text>
                )}
              </span>
            </Link>
          ))}
        </section>
      ))}
    </>
  );
}
