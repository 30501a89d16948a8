import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelection } from '@/commands';
import { DealRecord } from './DealRecord';
import classes from './Record.module.css';

interface DealPanelProps {
  id: string;
  onGo: (id: string | null) => void;
}

/** Something that takes Esc itself is open above the panel, or a field has the focus. */
function escapeIsTaken(target: EventTarget | null): boolean {
  const above = document.querySelectorAll(
    '[role="dialog"][aria-modal="true"], [role="menu"], [role="listbox"]',
  );
  // Closed lists stay in the page, but take no room.
  if ([...above].some((each) => each.getClientRects().length > 0)) return true;
  return target instanceof HTMLElement && target.closest('input, textarea, [data-lifted]') !== null;
}

/** A deal beside the view it was opened from, which stays in reach. */
export default function DealPanel({ id, onGo }: DealPanelProps) {
  const { t } = useTranslation('pipeline');
  const panel = useRef<HTMLElement>(null);
  const go = useRef(onGo);
  go.current = onGo;
  useSelection('deal', [id]);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    panel.current?.focus({ preventScroll: true });
    return () => {
      // The card may have been drawn anew since; its place still has the same name.
      const card = before?.dataset.cardFace;
      const back = card ? document.querySelector<HTMLElement>(`[data-card-face="${card}"]`) : before;
      back?.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || escapeIsTaken(event.target)) return;
      event.preventDefault();
      go.current(null);
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, []);
  return (
    <aside ref={panel} className={classes.panel} tabIndex={-1} aria-label={t('record.panel')}>
      <DealRecord key={id} id={id} place="panel" onGo={onGo} />
    </aside>
  );
}
