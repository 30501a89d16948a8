import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { renderApp } from '@/test/render';
import { CommandButton } from './CommandButton';
import Palette from './Palette';
import { registerCommands, registerRecordSearch, useCommands, useSelection } from './registry';
import { matches } from './usePaletteEntries';

function Screen({ run, picked }: { run: () => void; picked: string[] }) {
  useSelection('deal', picked);
  useCommands([
    {
      id: 'test.won',
      label: 'Mark as won',
      group: 'selection',
      shortcut: 'w',
      when: (context) => context.selection?.kind === 'deal',
      run,
    },
  ]);
  return (
    <>
      <CommandButton id="test.won" />
      <input aria-label="Note" />
    </>
  );
}

describe('a command', () => {
  it('runs from its key and its button alike', async () => {
    const run = vi.fn();
    await renderApp(<Screen run={run} picked={['d1']} />);
    await userEvent.keyboard('w');
    await userEvent.click(screen.getByRole('button', { name: 'Mark as won' }));
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('runs for a key that came a moment before the command did', async () => {
    const run = vi.fn();
    await renderApp(<p>Board</p>);
    await userEvent.keyboard('k');
    const off = registerCommands([
      { id: 'test.early', label: 'Early', group: 'create', shortcut: 'k', run },
      { id: 'test.other', label: 'Other', group: 'create', shortcut: 'y', run },
    ]);
    expect(run).toHaveBeenCalledOnce();
    registerCommands([])();
    off();
    expect(run).toHaveBeenCalledOnce();
  });

  it('leaves letters to the field that is being typed in', async () => {
    const run = vi.fn();
    await renderApp(<Screen run={run} picked={['d1']} />);
    await userEvent.type(screen.getByLabelText('Note'), 'wow');
    expect(run).not.toHaveBeenCalled();
    expect(screen.getByLabelText('Note')).toHaveValue('wow');
  });

  it('neither shows nor runs where it does not apply', async () => {
    const run = vi.fn();
    await renderApp(<Screen run={run} picked={[]} />);
    await userEvent.keyboard('w');
    expect(screen.queryByRole('button', { name: 'Mark as won' })).toBeNull();
    expect(run).not.toHaveBeenCalled();
  });

  it('can be a sequence of keys', async () => {
    const run = vi.fn();
    const remove = registerCommands([
      { id: 'test.go', label: 'Go to the board', group: 'go', shortcut: 'g b', run },
    ]);
    await renderApp(<p>Board</p>);
    await userEvent.keyboard('b');
    expect(run).not.toHaveBeenCalled();
    await userEvent.keyboard('gb');
    expect(run).toHaveBeenCalledOnce();
    remove();
  });
});

describe('the palette', () => {
  it('finds commands by the beginnings of words, and records by asking the server', async () => {
    const run = vi.fn();
    const remove = registerCommands([{ id: 'test.import', label: 'Import a file', group: 'create', run }]);
    registerRecordSearch(async (query) => [
      { id: 'c1', kind: 'company', title: `${query} works`, to: '/companies/c1' },
    ]);
    await renderApp(<Palette />);
    const box = screen.getByRole('combobox');
    await userEvent.type(box, 'im fi');
    expect(screen.getByRole('option', { name: /Import a file/ })).toHaveAttribute('aria-selected', 'true');
    expect(await screen.findByRole('option', { name: 'im fi works' })).toBeInTheDocument();
    await userEvent.type(box, '{Enter}');
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
    remove();
  });

  it('lists a record once that a command leads to already', async () => {
    const lately = { id: 'test.lately', label: 'Zefir forge (lately)', leadsTo: '/companies/zefir forge' };
    const remove = registerCommands([{ ...lately, group: 'go', run: () => undefined }]);
    registerRecordSearch(async (query) =>
      ['forge', 'mills'].map((what) => ({
        id: what,
        kind: 'company',
        title: `${query} ${what}`,
        to: `/companies/${query} ${what}`,
      })),
    );
    await renderApp(<Palette />);
    await userEvent.type(screen.getByRole('combobox'), 'zefir');
    expect(await screen.findByRole('option', { name: 'zefir mills' })).toBeInTheDocument();
    expect(screen.getByRole('option', { name: 'Zefir forge (lately)' })).toBeInTheDocument();
    expect(screen.queryByRole('option', { name: 'zefir forge' })).not.toBeInTheDocument();
    remove();
  });

  it('does not ask for Polish letters', () => {
    expect(matches('Łódzka Spółka Żeglugowa', 'lodz zeg')).toBe(true);
    expect(matches('Łódzka Spółka Żeglugowa', 'ódz')).toBe(false);
  });
});
