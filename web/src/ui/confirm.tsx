import { Button, Group, Text } from '@mantine/core';
import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from './Modal';

export interface Question {
  title: string;
  /** What will happen, and whether it can be taken back. */
  detail: string;
  /** The deed as the button's verb: "Delete 3 deals", never "OK". */
  act: string;
  danger?: boolean;
}

interface Open extends Question {
  answer: (yes: boolean) => void;
}

let open: Open | null = null;
const listeners = new Set<() => void>();

function set(next: Open | null) {
  open = next;
  for (const listener of listeners) listener();
}

/** Asks before what cannot be undone; for everything else prefer `notifyUndo`. */
export function confirm(question: Question): Promise<boolean> {
  return new Promise((resolve) => set({ ...question, answer: resolve }));
}

/** Shows the questions; mounted once. */
export function ConfirmHost() {
  const { t } = useTranslation('ui');
  const question = useSyncExternalStore(
    useCallback((listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    }, []),
    () => open,
  );
  if (!question) return null;
  const reply = (yes: boolean) => {
    set(null);
    question.answer(yes);
  };
  return (
    <Modal opened onClose={() => reply(false)} title={question.title} withCloseButton={false}>
      <Text>{question.detail}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => reply(false)}>
          {t('cancel')}
        </Button>
        <Button data-autofocus {...(question.danger && { color: 'red' })} onClick={() => reply(true)}>
          {question.act}
        </Button>
      </Group>
    </Modal>
  );
}
