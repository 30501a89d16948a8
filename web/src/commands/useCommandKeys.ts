import { useEffect } from 'react';
import { isEditable, isPlainKey, keyOf, shortcutsOf } from './keys';
import { commands } from './registry';
import type { Command, CommandContext } from './types';

const SEQUENCE_MS = 1200;
/** A key that came before its command did still counts for so long. */
const EARLY_MS = 1500;

interface Match {
  command: Command | undefined;
  waiting: boolean;
}

function applies(command: Command, event: KeyboardEvent, stroke: string): boolean {
  if (!isEditable(event.target)) return true;
  return command.inFields === true && !isPlainKey(stroke);
}

/** The command whose shortcut the strokes so far spell, or whether more strokes could spell one. */
export function findByStrokes(strokes: string, context: CommandContext, event: KeyboardEvent): Match {
  const candidates = commands.all().filter((each) => applies(each, event, strokes));
  const spelled = candidates.filter((each) => shortcutsOf(each).includes(strokes));
  const command = spelled.find((each) => each.when?.(context) ?? true);
  const waiting = candidates.some((each) => shortcutsOf(each).some((s) => s.startsWith(`${strokes} `)));
  return { command, waiting };
}

/** Listens for the shortcuts of all commands. Mounted once, by the shell. */
export function useCommandKeys(context: () => CommandContext): void {
  useEffect(() => {
    let pending = '';
    let timer = 0;
    // Features bring their commands when their code is there; the screen may be seen, and worked on, a moment before.
    let early: { stroke: string; event: KeyboardEvent; at: number } | null = null;
    const offCommands = commands.subscribe(() => {
      if (!early || Date.now() - early.at > EARLY_MS) return;
      const { command } = findByStrokes(early.stroke, context(), early.event);
      if (!command) return;
      early = null;
      void command.run(context());
    });
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
      if (document.querySelector('[role="dialog"][aria-modal="true"]')) return;
      const now = context();
      const stroke = keyOf(event);
      const sequence = pending === '' ? stroke : `${pending} ${stroke}`;
      window.clearTimeout(timer);
      let match = findByStrokes(sequence, now, event);
      if (!match.command && !match.waiting && pending !== '') match = findByStrokes(stroke, now, event);
      pending = '';
      early = null;
      if (match.command) {
        event.preventDefault();
        if (!event.repeat || match.command.repeats) void match.command.run(now);
      } else if (match.waiting) {
        pending = sequence;
        timer = window.setTimeout(() => {
          pending = '';
        }, SEQUENCE_MS);
      } else {
        early = { stroke, event, at: Date.now() };
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      offCommands();
      window.clearTimeout(timer);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [context]);
}
