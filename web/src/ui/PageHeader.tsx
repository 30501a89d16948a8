import { Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './PageHeader.module.css';

interface PageHeaderProps {
  title: string;
  /** A count, a chip: stands right behind the title. */
  after?: ReactNode;
  /** Filters, view switches: the second line on narrow screens. */
  children?: ReactNode;
  /** The tools need a line of their own, except on a very wide screen. */
  long?: boolean;
  /** Buttons, right. */
  actions?: ReactNode;
}

/** The head of every screen; also names the browser's tab. */
export function PageHeader({ title, after, children, long, actions }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} · Nurt`;
  }, [title]);
  return (
    <div className={classes.header} data-long={long || undefined}>
      <div className={classes.title}>
        <Title order={1} size="h2">
          {title}
        </Title>
        {after}
      </div>
      {children && <div className={classes.tools}>{children}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
