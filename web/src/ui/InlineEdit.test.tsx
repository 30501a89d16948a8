import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ApiError, ConflictError } from '@/api';
import { renderApp } from '@/test/render';
import { InlineEdit, InlineText } from './InlineEdit';

const open = () => userEvent.click(screen.getByRole('button', { name: /Edit: Title/ }));

describe('a field edited in place', () => {
  it('saves with Enter and gives the focus back', async () => {
    const save = vi.fn(async () => {});
    await renderApp(<InlineText label="Title" value="Old" onSave={save} />);
    await open();
    await userEvent.clear(screen.getByRole('textbox'));
    await userEvent.type(screen.getByRole('textbox'), 'New{Enter}');
    expect(save).toHaveBeenCalledWith('New', false);
    await waitFor(() => expect(screen.getByRole('button', { name: /Edit: Title/ })).toHaveFocus());
  });

  it('edits a value that is nothing yet', async () => {
    const save = vi.fn(async () => {});
    await renderApp(
      <InlineEdit<string | null>
        label="Title"
        value={null}
        onSave={save}
        editor={({ value, onChange, label }) => (
          <input aria-label={label} value={value ?? ''} onChange={(event) => onChange(event.target.value)} />
        )}
      />,
    );
    await open();
    await userEvent.type(screen.getByRole('textbox'), '5{Enter}');
    expect(save).toHaveBeenCalledWith('5', false);
  });

  it('says what is wrong with the one field that is refused', async () => {
    const save = async () => {
      throw new ApiError(422, {
        title: 'Not saved',
        detail: 'Correct the fields named below.',
        errors: [{ field: 'title', message: 'At most 500 characters.' }],
      });
    };
    await renderApp(<InlineText label="Title" value="Old" onSave={save} />);
    await open();
    await userEvent.type(screen.getByRole('textbox'), 'er{Enter}');
    expect(await screen.findByText('At most 500 characters.')).toBeInTheDocument();
  });

  it('gives up with Escape', async () => {
    const save = vi.fn(async () => {});
    await renderApp(<InlineText label="Title" value="Old" onSave={save} />);
    await open();
    await userEvent.type(screen.getByRole('textbox'), 'x{Escape}');
    expect(save).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: /Edit: Title/ })).toHaveTextContent('Old');
  });

  it('keeps what was typed and says why when the server refuses', async () => {
    const save = async () => {
      throw new ApiError(422, { title: 'Refused', detail: 'Too long' });
    };
    await renderApp(<InlineText label="Title" value="Old" onSave={save} />);
    await open();
    await userEvent.type(screen.getByRole('textbox'), 'er{Enter}');
    expect(await screen.findByText('Too long')).toBeInTheDocument();
    expect(screen.getByRole('textbox')).toHaveValue('Older');
  });

  it('shows a conflict and saves mine over it only when asked to', async () => {
    const save = vi.fn(async (_: string, overwrite: boolean) => {
      if (!overwrite) throw new ConflictError(412, { title: 'Newer', current: { title: 'Theirs' } });
    });
    await renderApp(
      <InlineText
        label="Title"
        value="Old"
        onSave={save}
        theirs={(error) => (error.current as { title: string }).title}
      />,
    );
    await open();
    await userEvent.type(screen.getByRole('textbox'), 'er{Enter}');
    expect(await screen.findByText('Theirs')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Save mine' }));
    expect(save).toHaveBeenLastCalledWith('Older', true);
  });
});
