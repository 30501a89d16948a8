import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { currentSelection } from '@/commands/registry';
import { renderApp } from '@/test/render';
import { type DataColumn, DataTable } from '.';

interface Deal {
  id: string;
  title: string;
}

const rows: Deal[] = Array.from({ length: 2000 }, (_, index) => ({
  id: `d${index}`,
  title: `Deal ${index}`,
}));
const rowId = (row: Deal) => row.id;
const columns: DataColumn<Deal>[] = [
  { id: 'title', header: 'Title', sortable: true, hideable: false, cell: (row) => row.title },
  { id: 'id', header: 'Number', cell: (row) => row.id },
];

const table = (more: Partial<React.ComponentProps<typeof DataTable<Deal>>> = {}) => (
  <div style={{ height: 600 }}>
    <DataTable label="Deals" rows={rows} rowId={rowId} columns={columns} kind="deal" {...more} />
  </div>
);

const row = (index: number) => screen.getByText(`Deal ${index}`).closest('[role="row"]') as HTMLElement;

describe('a table', () => {
  it('draws only the rows in sight', async () => {
    await renderApp(table());
    expect(row(0)).toBeInTheDocument();
    expect(screen.getAllByRole('row').length).toBeLessThan(80);
  });

  it('picks a range with shift and tells the commands', async () => {
    await renderApp(table());
    const user = userEvent.setup();
    const boxes = screen.getAllByRole('checkbox', { name: 'Pick the row' });
    await user.click(boxes[1] as HTMLElement);
    await user.keyboard('{Shift>}');
    await user.click(boxes[4] as HTMLElement);
    await user.keyboard('{/Shift}');
    expect(currentSelection()).toEqual({ kind: 'deal', ids: ['d1', 'd2', 'd3', 'd4'] });
  });

  it('is walked with j and k, picks with x, opens with Enter', async () => {
    const open = vi.fn();
    await renderApp(table({ onOpen: open }));
    await userEvent.keyboard('j');
    await vi.waitFor(() => expect(row(0)).toHaveFocus());
    await userEvent.keyboard('jj');
    await vi.waitFor(() => expect(row(2)).toHaveFocus());
    await userEvent.keyboard('k');
    await vi.waitFor(() => expect(row(1)).toHaveFocus());
    await userEvent.keyboard('x{Enter}');
    expect(currentSelection()?.ids).toEqual(['d1']);
    expect(open).toHaveBeenCalledWith(rows[1]);
  });

  it('asks for the other direction when a sorted column is clicked again', async () => {
    const sort = vi.fn();
    await renderApp(table({ sort: { column: 'title', descending: false }, onSort: sort }));
    await userEvent.click(screen.getByRole('button', { name: 'Title' }));
    expect(sort).toHaveBeenCalledWith({ column: 'title', descending: true });
    expect(screen.getByRole('columnheader', { name: /Title/ })).toHaveAttribute('aria-sort', 'ascending');
  });

  it('hides a column that is not wanted, and remembers', async () => {
    const first = await renderApp(table({ storageKey: 'test' }));
    expect(screen.getByText('d0')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Number' }));
    expect(screen.queryByText('d0')).toBeNull();
    first.unmount();
    await renderApp(table({ storageKey: 'test' }));
    expect(screen.queryByText('d0')).toBeNull();
  });
});
