import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './PickedBar.module.css';

interface PickedBarProps {
  label: string;
  /** How many are picked, in words. */
  count: string;
  busy?: boolean;
  clearLabel: string;
  onClear: () => void;
  /** What can be done to them. */
  children: ReactNode;
}

/** Rises over a list or board while something is picked. */
export function PickedBar({ label, count, busy = false, clearLabel, onClear, children }: PickedBarProps) {
  return (
    <section className={classes.bar} aria-label={label} aria-busy={busy}>
      <span className={classes.count}>{count}</span>
      {children}
      <CloseButton aria-label={clearLabel} onClick={onClear} />
    </section>
  );
}
