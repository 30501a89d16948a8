import { Drawer } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showOverlay, useOverlay } from './overlays';
import classes from './Shell.module.css';
import { useNav } from './useNav';

/** The phone's remaining destinations. */
export function MoreDrawer() {
  const { t } = useTranslation();
  const { more } = useNav();
  const close = () => showOverlay(null);
  return (
    <Drawer
      opened={useOverlay() === 'more'}
      onClose={close}
      position="bottom"
      size="auto"
      styles={{
        content: { height: 'auto', borderRadius: '16px 16px 0 0' },
        inner: { alignItems: 'flex-end' },
      }}
      title={t('more')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {more.map((item) => (
        <Link key={item.id} to={item.to} className={classes.more} onClick={close}>
          <item.icon size={20} stroke={1.7} aria-hidden />
          {t(item.label)}
        </Link>
      ))}
    </Drawer>
  );
}
