import { MantineProvider, Modal } from '@mantine/core';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, useState } from 'react';
import { expect, it } from 'vitest';
import { renderApp } from '@/test/render';
import { giveFocusBack } from './focusBack';

/** A card that opens a dialog and, when this is done, is drawn in another place. */
function Board({ moves }: { moves: boolean }) {
  const [asking, setAsking] = useState(false);
  const [place, setPlace] = useState(0);
  useEffect(() => giveFocusBack(), []);
  return (
    <div>
      <button type="button">Another</button>
      <button type="button" key={place} data-refind="card" onClick={() => setAsking(true)}>
        Card {place}
      </button>
      {asking && (
        <Modal opened onClose={() => setAsking(false)} title="Move">
          <button
            type="button"
            data-autofocus
            onClick={() => {
              setAsking(false);
              if (moves) setPlace(1);
            }}
          >
            Do it
          </button>
        </Modal>
      )}
    </div>
  );
}

/** With dialogs beside the application, as they are outside of tests. */
const renderBoard = (moves: boolean) =>
  renderApp(
    <MantineProvider env="default">
      <Board moves={moves} />
    </MantineProvider>,
  );

it('leads back to where one was when a dialog ceases to be drawn', async () => {
  await renderBoard(false);
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Do it' })).toHaveFocus());
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Card 0' })).toHaveFocus());
});

it('finds what was drawn anew elsewhere', async () => {
  await renderBoard(true);
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Do it' })).toHaveFocus());
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Card 1' })).toHaveFocus());
});
