import { useEffect, useRef, useState } from 'react';

/** Where somebody was; of a menu, which is closed by then, what opens it. */
function origin(): Element | null {
  const active = document.activeElement;
  const menu = active?.closest('[role="menu"]');
  return menu ? document.querySelector(`[aria-controls="${CSS.escape(menu.id)}"]`) : active;
}

/**
 * Gives the focus back to where it was when this came, if it would be lost as this goes: who works without a mouse goes on
 * there. Mantine sees to it only for dialogs that are told to close; ours mostly cease to be drawn.
 */
export function useFocusBack(): void {
  const [from] = useState(origin);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      setTimeout(() => {
        const lost = !document.activeElement || document.activeElement === document.body;
        if (gone.current && lost && from instanceof HTMLElement && from.isConnected) {
          from.focus({ preventScroll: true });
        }
      });
    };
  }, [from]);
}
