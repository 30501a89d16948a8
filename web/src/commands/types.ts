import type { Icon } from '@tabler/icons-react';
import type { Can } from '@/app/session';

/** Records a person has picked; `kind` is the module's own word, such as `deal`. */
export interface Selection {
  kind: string;
  ids: readonly string[];
}

/** What a command may look at to decide whether it applies, and act upon. */
export interface CommandContext {
  path: string;
  /** The picked records, or else the record that is open or focused. */
  selection: Selection | null;
  can: Can;
  navigate: (to: string) => void;
}

export type CommandGroup = 'selection' | 'create' | 'view' | 'go' | 'account';

/** In this order the palette and the shortcut help show them. */
export const COMMAND_GROUPS: readonly CommandGroup[] = ['selection', 'create', 'view', 'go', 'account'];

export interface Command {
  /** Unique, `module.act`: `pipeline.mark-won`. */
  id: string;
  /** i18n key with its namespace: `pipeline:commands.markWon`. */
  label: string;
  labelValues?: Record<string, unknown>;
  icon?: Icon;
  /** `mod+k`, `shift+d`, `?`, or a sequence `g b`; several are alternatives. `mod` is Ctrl, or Cmd on a Mac. */
  shortcut?: string | readonly string[];
  group: CommandGroup;
  /** More words, in either language, by which the palette finds it. */
  keywords?: string;
  danger?: boolean;
  /** Its key works while a field has the focus. Only for keys with `mod`. */
  inFields?: boolean;
  /** Holding its key down runs it again and again. */
  repeats?: boolean;
  /** False keeps it out of the palette (bare navigation keys, for example). */
  inPalette?: boolean;
  /** The page of a record that it opens; the palette's search does not list that record once more. */
  leadsTo?: string;
  when?: (context: CommandContext) => boolean;
  run: (context: CommandContext) => void | Promise<void>;
}

/** A record found by the palette's search. */
export interface FoundRecord {
  id: string;
  kind: string;
  title: string;
  detail?: string;
  icon?: Icon;
  to: string;
}

export type RecordSearch = (query: string, signal: AbortSignal) => Promise<FoundRecord[]>;
