import { MantineProvider } from '@mantine/core';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Modal } from './Modal';

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <MantineProvider>
      <button type="button" onClick={() => setOpen(true)}>
        Rename
      </button>
      <button type="button">Other</button>
      {open && (
        <Modal
          opened
          onClose={() => setOpen(false)}
          withCloseButton={false}
          transitionProps={{ duration: 0 }}
        >
          <input aria-label="Name" data-autofocus />
        </Modal>
      )}
    </MantineProvider>
  );
}

describe('A dialog that ceases to be drawn', () => {
  it('gives the focus back to where it was opened', async () => {
    const user = userEvent.setup();
    render(<Page />);
    await user.click(screen.getByRole('button', { name: 'Rename' }));
    await waitFor(() => expect(screen.getByLabelText('Name')).toHaveFocus());

    await user.keyboard('{Escape}');

    await waitFor(() => expect(screen.getByRole('button', { name: 'Rename' })).toHaveFocus());
  });
});
