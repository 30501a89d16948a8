import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** What a form still needs before it can be sent. */
export interface Lacks {
  complete: boolean;
  /** The error to show at a field: nothing until somebody has tried to send the form. */
  at: (field: string) => string | undefined;
  /** Somebody tried to send it. */
  tell: () => void;
  /** The form begins anew. */
  forget: () => void;
}

/** Per field what is missing: a text, or true for the common one; anything else means that the field is fine. */
export function useLacks(missing: Record<string, string | boolean | null | undefined>): Lacks {
  const { t } = useTranslation('ui');
  const [tried, setTried] = useState(false);
  const textOf = (field: string) => {
    const text = missing[field];
    return text === true ? t('needed') : text || undefined;
  };
  return {
    complete: Object.values(missing).every((each) => !each),
    at: (field) => (tried ? textOf(field) : undefined),
    tell: () => setTried(true),
    forget: () => setTried(false),
  };
}

/** Shows what is missing at the fields and goes to the first of them; true when the form may be sent. */
export function mayBeSent(lacks: Lacks | undefined, form: HTMLFormElement | null): boolean {
  if (!lacks || lacks.complete) return true;
  lacks.tell();
  // The fields say so with the next drawing.
  setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  return false;
}
