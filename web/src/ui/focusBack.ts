const DIALOGS = '.mantine-Modal-content, .mantine-Drawer-content';
const FLEETING = `${DIALOGS}, [role="menu"], [role="listbox"]`;
const KEPT = 12;
/** Milliseconds after the end of a dialog: what it was about may be drawn anew at once, or when the server has answered. */
const LOOKS = [20, 120, 400, 900];

/** The same thing on the screen, also after it was drawn anew elsewhere (`data-refind`). */
function there(element: HTMLElement): HTMLElement | null {
  if (element.isConnected) return element;
  const mark = element.dataset.refind;
  return mark ? document.querySelector<HTMLElement>(`[data-refind="${CSS.escape(mark)}"]`) : null;
}

/**
 * Whoever works by keyboard goes on where they were when a dialog ends. Mantine sees to it only for dialogs that are told to
 * close; ours mostly cease to be drawn. Answers how to end it.
 */
export function giveFocusBack(): () => void {
  let past: HTMLElement[] = [];
  let waiting: ReturnType<typeof setTimeout>[] = [];

  const forget = () => {
    for (const each of waiting) clearTimeout(each);
    waiting = [];
  };
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target.closest(FLEETING)) return;
    past = [...past.filter((each) => each !== target), target].slice(-KEPT);
  };
  const look = () => {
    const now = document.activeElement;
    if ((now && now !== document.body) || document.querySelector(DIALOGS)) return;
    const wanted = past.map(there).findLast((each) => each !== null);
    (wanted ?? document.getElementById('main'))?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver((changes) => {
    const ended = changes.some(({ removedNodes }) =>
      [...removedNodes].some(
        (node) => node instanceof HTMLElement && (node.matches(DIALOGS) || node.querySelector(DIALOGS)),
      ),
    );
    if (ended) {
      forget();
      waiting = LOOKS.map((wait) => setTimeout(look, wait));
    }
    watch();
  });
  // Dialogs are drawn into nodes beside the application's own; these come as they are needed.
  const watch = () => {
    observer.observe(document.body, { childList: true });
    for (const node of document.querySelectorAll('body > [data-portal]'))
      observer.observe(node, { childList: true });
  };
  watch();
  document.addEventListener('focusin', onFocus);
  // Who clicks has said where to go on.
  document.addEventListener('pointerdown', forget);
  return () => {
    forget();
    observer.disconnect();
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('pointerdown', forget);
  };
}
