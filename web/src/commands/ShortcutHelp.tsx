import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showOverlay } from '@/app/shell/overlays';
import { Modal } from '@/ui';
import { Kbds } from '@/ui/Hint';
import { shortcutsOf } from './keys';
import classes from './Palette.module.css';
import { COMMAND_GROUPS } from './types';
import { useAvailable } from './useAvailable';

/** Every key that works here, straight from the registry, so that it cannot be out of date. */
export default function ShortcutHelp() {
  const { t } = useTranslation();
  const withKeys = useAvailable().filter((each) => shortcutsOf(each).length > 0);
  return (
    <Modal
      opened
      onClose={() => showOverlay(null)}
      title={t('commands.shortcuts')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <div className={classes.help}>
        {COMMAND_GROUPS.map((group) => {
          const mine = withKeys.filter((each) => each.group === group);
          if (mine.length === 0) return null;
          return (
            <section key={group} className={classes.helpGroup}>
              <Text component="h3" size="xs" fw={600} c="dimmed" mb={6}>
                {t(`palette.group.${group}`)}
              </Text>
              {mine.map((command) => (
                <div key={command.id} className={classes.helpRow}>
                  <span>{t(command.label, command.labelValues)}</span>
                  <span className={classes.helpKeys}>
                    {shortcutsOf(command).map((keys) => (
                      <Kbds key={keys} shortcut={keys} />
                    ))}
                  </span>
                </div>
              ))}
            </section>
          );
        })}
      </div>
    </Modal>
  );
}
