import { Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRunCommand } from '@/commands/context';
import { Hint } from '@/ui/Hint';
import type { NavItem } from '../feature';
import { useSession } from '../session';
import { Logo } from './Logo';
import classes from './Shell.module.css';
import { useNav } from './useNav';

function RailLink({ item, narrow }: { item: NavItem; narrow: boolean }) {
  const { t } = useTranslation();
  const label = t(item.label);
  return (
    <li>
      <Hint
        label={label}
        keys={item.goKey && `g ${item.goKey}`}
        position="right"
        openDelay={narrow ? 100 : 700}
      >
        <Link
          to={item.to}
          className={classes.link}
          activeOptions={{ exact: item.to === '/' || item.to === '/forecast' }}
          aria-label={narrow ? label : undefined}
        >
          <item.icon size={19} stroke={1.7} aria-hidden />
          {!narrow && label}
        </Link>
      </Hint>
    </li>
  );
}

function Current() {
  return (
    <svg className={classes.current} viewBox="0 0 208 150" preserveAspectRatio="none" fill="none" aria-hidden>
      {[0, 1, 2, 3].map((line) => (
        <path
          key={line}
          d={`M-10 ${66 + line * 22}c38-34 72-34 112 0s74 34 118 0`}
          stroke="#6fd0e2"
          strokeOpacity={0.05 + line * 0.035}
          strokeWidth={2 + line}
        />
      ))}
    </svg>
  );
}

export function Rail({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation();
  const { me } = useSession();
  const { main, foot } = useNav();
  const run = useRunCommand();
  const toggle = t(narrow ? 'rail.widen' : 'rail.narrow');
  const Toggle = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={classes.rail} aria-label={t('rail.label')}>
      <Current />
      <Tooltip label={me?.workspace.name} position="right" disabled={!narrow}>
        <Link to="/" className={classes.brand} {...(narrow && { 'aria-label': t('rail.home') })}>
          <Logo />
          {!narrow && (
            <>
              Nurt <small>{me?.workspace.name}</small>
            </>
          )}
        </Link>
      </Tooltip>
      <ul className={classes.links}>
        {main.map((item) => (
          <RailLink key={item.id} item={item} narrow={narrow} />
        ))}
      </ul>
      <ul className={`${classes.links} ${classes.foot}`}>
        {foot.map((item) => (
          <RailLink key={item.id} item={item} narrow={narrow} />
        ))}
        <li>
          <Hint label={toggle} keys="[" position="right">
            <button
              type="button"
              className={classes.link}
              aria-label={toggle}
              aria-expanded={!narrow}
              onClick={() => run('app.toggle-rail')}
            >
              <Toggle size={19} stroke={1.7} aria-hidden />
              {!narrow && t('rail.narrowShort')}
            </button>
          </Hint>
        </li>
      </ul>
    </nav>
  );
}
