import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Drill } from './api';
import classes from './Insights.module.css';
import { drillSearch } from './useQuestion';

interface DealsLinkProps {
  drill: Drill;
  children: ReactNode;
  /** For people who listen: what the number is of. */
  label?: string;
  className?: string | undefined;
}

/** From a figure to its deals. */
export function DealsLink({ drill, children, label, className }: DealsLinkProps) {
  return (
    <Link
      to={'/deals' as never}
      search={drillSearch(drill) as never}
      preload={false}
      className={className ?? classes.link}
      {...(label && { 'aria-label': label })}
    >
      {children}
    </Link>
  );
}
