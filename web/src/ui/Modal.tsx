import { Modal as MantineModal, type ModalProps } from '@mantine/core';
import { useFocusBack } from './focusBack';

/** Mantine's dialog for those who draw it only while it is open: gives the focus back when it is no longer drawn. */
export function Modal(props: ModalProps) {
  useFocusBack();
  return <MantineModal {...props} />;
}
