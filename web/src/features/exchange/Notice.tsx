import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Import.module.css';

const SIGNS = {
  info: IconInfoCircle,
  risk: IconAlertTriangle,
  lost: IconAlertTriangle,
  won: IconCircleCheck,
};

/** A remark beside what it is about; its sign and words carry the meaning, the colour only repeats it. */
export function Notice({ tone = 'info', children }: { tone?: keyof typeof SIGNS; children: ReactNode }) {
  const Sign = SIGNS[tone];
  return (
    <div className={classes.notice} data-tone={tone}>
      <Sign size={16} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
