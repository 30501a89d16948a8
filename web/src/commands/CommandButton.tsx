import { ActionIcon, type ActionIconProps, Button, type ButtonProps, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Hint, Kbds } from '@/ui/Hint';
import classes from './CommandButton.module.css';
import { useCommandContext } from './context';
import { ariaKeys, shortcutsOf } from './keys';
import { useAllCommands, useCurrentSelection } from './registry';
import type { Command } from './types';

interface Bound {
  command: Command;
  label: string;
  keys: string | undefined;
  run: () => void;
}

/** A command with its label and deed; null where it does not exist or does not apply. */
function useBound(id: string): Bound | null {
  const { t } = useTranslation();
  const context = useCommandContext();
  useCurrentSelection();
  const command = useAllCommands().find((each) => each.id === id);
  if (!command || !(command.when?.(context()) ?? true)) return null;
  return {
    command,
    label: t(command.label, command.labelValues),
    keys: shortcutsOf(command)[0],
    run: () => void command.run(context()),
  };
}

interface Own {
  id: string;
}

/** A button for a command; shows nothing where the command does not apply. */
export function CommandButton({ id, ...rest }: Own & ButtonProps) {
  const bound = useBound(id);
  if (!bound) return null;
  const IconPart = bound.command.icon;
  return (
    <Hint label={bound.label} keys={bound.keys}>
      <Button
        size="xs"
        {...(IconPart && { leftSection: <IconPart size={16} aria-hidden /> })}
        {...(bound.command.danger && { color: 'red' })}
        aria-keyshortcuts={ariaKeys(bound.keys)}
        onClick={bound.run}
        {...rest}
      >
        {bound.label}
      </Button>
    </Hint>
  );
}

/** As {@link CommandButton}, drawn as an icon alone; its label is read out and shown on hover. */
export function CommandIconButton({ id, ...rest }: Own & ActionIconProps) {
  const bound = useBound(id);
  if (!bound?.command.icon) return null;
  const IconPart = bound.command.icon;
  return (
    <Hint label={bound.label} keys={bound.keys}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={bound.label}
        aria-keyshortcuts={ariaKeys(bound.keys)}
        onClick={bound.run}
        {...rest}
      >
        <IconPart size={18} aria-hidden />
      </ActionIcon>
    </Hint>
  );
}

/** A command as an entry of a Mantine menu. */
export function CommandMenuItem({ id }: Own) {
  const bound = useBound(id);
  if (!bound) return null;
  const IconPart = bound.command.icon;
  return (
    <Menu.Item
      {...(IconPart && { leftSection: <IconPart size={16} aria-hidden /> })}
      {...(bound.command.danger && { color: 'red' })}
      rightSection={bound.keys ? <Kbds shortcut={bound.keys} /> : null}
      onClick={bound.run}
    >
      {bound.label}
    </Menu.Item>
  );
}

interface CommandRowProps extends Own {
  /** Called before the command runs: closes the popover it stands in, for example. */
  onRun?: () => void;
}

/** A command as a full-width row of a popover. */
export function CommandRow({ id, onRun }: CommandRowProps) {
  const bound = useBound(id);
  if (!bound) return null;
  const IconPart = bound.command.icon;
  return (
    <button
      type="button"
      className={classes.row}
      data-danger={bound.command.danger || undefined}
      onClick={() => {
        onRun?.();
        bound.run();
      }}
    >
      {IconPart && <IconPart size={17} stroke={1.7} aria-hidden />}
      <span>{bound.label}</span>
      {bound.keys && <Kbds shortcut={bound.keys} />}
    </button>
  );
}
