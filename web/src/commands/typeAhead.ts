/**
 * What is typed between asking for the palette and its input having the focus: its code may still be on the way. Kept for the
 * input, so that no letter acts as a shortcut or lands in the field that had the focus before.
 */
let typed = '';
let stop: (() => void) | null = null;

/** @param giveUp called when the person changes their mind */
export function holdKeys(giveUp: () => void): void {
  releaseKeys();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape') {
      releaseKeys();
      giveUp();
    } else if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else if (event.key.length === 1) typed += event.key;
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', onKeyDown, { capture: true });
  stop = () => window.removeEventListener('keydown', onKeyDown, { capture: true });
}

/** Ends holding, and gives what was typed meanwhile. */
export function releaseKeys(): string {
  stop?.();
  stop = null;
  const text = typed;
  typed = '';
  return text;
}
