import { Group, Tooltip, type TooltipProps } from '@mantine/core';
import type { ReactElement } from 'react';
import { keyCaps } from '@/commands/keys';
import classes from './Hint.module.css';

/** The keys of a shortcut, drawn as caps. */
export function Kbds({ shortcut }: { shortcut: string }) {
  return (
    <span className={classes.kbds} aria-hidden>
      {keyCaps(shortcut)
        .flat()
        .map((cap) => (
          <kbd key={cap} className={classes.kbd}>
            {cap}
          </kbd>
        ))}
    </span>
  );
}

interface HintProps extends Omit<TooltipProps, 'label' | 'children'> {
  label: string;
  keys?: string | undefined;
  children: ReactElement;
}

/** A tooltip that also teaches the key. */
export function Hint({ label, keys, children, ...rest }: HintProps) {
  return (
    <Tooltip
      {...rest}
      label={
        <Group gap={8} wrap="nowrap">
          {label}
          {keys && <Kbds shortcut={keys} />}
        </Group>
      }
    >
      {children}
    </Tooltip>
  );
}
