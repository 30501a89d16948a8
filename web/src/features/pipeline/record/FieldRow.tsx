import type { ReactNode } from 'react';
import classes from './Record.module.css';

/** A label with what stands beside it. */
export function FieldRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.field}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
