import type { Command } from './types';

const MODIFIERS = ['mod', 'alt', 'shift'] as const;

export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

/** The pressed key in the notation of shortcuts: `mod+enter`, `shift+d`, `?`. */
export function keyOf(event: KeyboardEvent): string {
  const raw = event.key === ' ' ? 'space' : event.key.toLowerCase();
  const letterOrNamed = raw.length > 1 || raw.toLowerCase() !== raw.toUpperCase();
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push('mod');
  if (event.altKey) parts.push('alt');
  // With signs such as `?` shift is part of typing them, and differs between keyboards.
  if (event.shiftKey && letterOrNamed) parts.push('shift');
  parts.push(raw);
  return parts.join('+');
}

export function shortcutsOf(command: Pick<Command, 'shortcut'>): readonly string[] {
  if (command.shortcut === undefined) return [];
  return typeof command.shortcut === 'string' ? [command.shortcut] : command.shortcut;
}

const NAMES: Record<string, string> = {
  mod: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  enter: 'Enter',
  escape: 'Esc',
  space: 'Space',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  delete: 'Del',
  backspace: '⌫',
};

/** A shortcut as keys to draw: a list of strokes, each a list of caps. */
export function keyCaps(shortcut: string): string[][] {
  return shortcut
    .split(' ')
    .map((stroke) =>
      stroke
        .split('+')
        .map((part) =>
          part === 'mod' && isMac() ? '⌘' : (NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part)),
        ),
    );
}

/** For `aria-keyshortcuts`, which knows no sequences. */
export function ariaKeys(shortcut: string | undefined): string | undefined {
  if (!shortcut || shortcut.includes(' ')) return undefined;
  return shortcut
    .split('+')
    .map((part) =>
      part === 'mod' ? (isMac() ? 'Meta' : 'Control') : part.charAt(0).toUpperCase() + part.slice(1),
    )
    .join('+');
}

export function isPlainKey(stroke: string): boolean {
  return !stroke.split('+').some((part) => part === MODIFIERS[0] || part === MODIFIERS[1]);
}

export function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
