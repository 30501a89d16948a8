import type { ReactNode } from 'react';
import { Hint } from '@/ui';
import classes from './Fields.module.css';

interface FieldRowProps {
  label: string;
  /** What the workspace says about the field. */
  help?: string;
  children: ReactNode;
}

/** A label with what stands beside it. */
export function FieldRow({ label, help, children }: FieldRowProps) {
  return (
    <div className={classes.field}>
      <dt>
        {help ? (
          <Hint label={help}>
            <span className={classes.helped}>{label}</span>
          </Hint>
        ) : (
          label
        )}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
