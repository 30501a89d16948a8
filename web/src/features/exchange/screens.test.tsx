import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeServer } from '@/test/fakeFetch';
import { ME, renderApp } from '@/test/render';
import { CheckStep } from './check/CheckStep';
import { CleanUpStep } from './cleanup/CleanUpStep';
import { DropZone } from './DropZone';
import { ResultView } from './run/ResultView';
import type { Import, ImportFile, Preview, Proposals } from './types';
import { useDraft } from './useDraft';

afterEach(() => vi.unstubAllGlobals());

const deals: ImportFile = {
  id: 'f1',
  name: 'deals.csv',
  position: 0,
  bytes: 10,
  rows: 8800,
  encoding: 'UTF-8',
  delimiter: ',',
  header: true,
  preset: 'generic',
  entity: 'deal',
  confidence: 1,
  alternatives: [],
  refusedRows: 0,
  blankRows: 0,
  noteRows: 0,
  columns: [],
  mapping: {
    columns: [
      {
        column: 0,
        header: 'title',
        field: 'deal_title',
        stage: null,
        customType: null,
        dateOrder: 'day_first',
        numberStyle: 'decimal_point',
        factor: 1,
        confidence: 1,
      },
    ],
    filter: null,
  },
  fields: [],
};

const draft: Import = {
  id: 'i1',
  name: 'Deals',
  status: 'draft',
  options: {},
  files: [deals],
  totalRows: 8800,
  doneRows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  refused: 0,
  failure: null,
  undo: null,
  createdBy: null,
  createdAt: '2026-11-24T09:00:00Z',
  startedAt: null,
  finishedAt: null,
  version: 1,
};

const proposals: Proposals = {
  unifications: [
    {
      fileId: 'f1',
      column: 2,
      header: 'product',
      variant: 'GTXPro',
      canonical: 'GTX Pro',
      count: 1480,
      reason: 'written_differently',
    },
  ],
  stages: [
    { name: 'Engaging', kind: 'open', deals: 1589 },
    { name: 'Won', kind: 'won', deals: 4238 },
  ],
  pipelines: [],
  pipelineName: 'Deals',
  relations: [],
  customFields: [],
  owners: [],
};

function WithDraft({ of: Step }: { of: typeof CleanUpStep | typeof CheckStep }) {
  return <Step data={draft} draft={useDraft('i1')} />;
}

const sent = (calls: ReturnType<typeof fakeServer>) =>
  calls.filter((each) => each.method === 'PATCH').map((each) => each.body);

describe('the drop zone', () => {
  it('takes rows pasted from a spreadsheet as a file, but not what is typed into fields', async () => {
    const onFiles = vi.fn();
    await renderApp(<DropZone onFiles={onFiles} />);
    await userEvent.paste('name\tcity\nBrowar\tGdańsk');
    expect(onFiles).toHaveBeenCalledOnce();
    expect(onFiles.mock.calls[0]?.[0][0].name).toBe('pasted.csv');
    await userEvent.paste('one word');
    expect(onFiles).toHaveBeenCalledOnce();
  });

  it('takes several files picked at once', async () => {
    const onFiles = vi.fn();
    const { container } = await renderApp(<DropZone onFiles={onFiles} />);
    const input = container.querySelector('input[type=file]') as HTMLInputElement;
    await userEvent.upload(input, [new File(['a'], 'a.csv', { type: 'text/csv' }), new File(['b'], 'b.csv')]);
    expect(onFiles.mock.calls[0]?.[0]).toHaveLength(2);
  });
});

describe('the clean-up', () => {
  it('counts the people who are known only where there are some', async () => {
    const owners = [{ value: 'Ewa Lis', user: null }];
    fakeServer({
      'GET /imports/i1/proposals': () => ({ body: { ...proposals, owners } }),
      'GET /users': () => ({ body: [] }),
    });
    await renderApp(<WithDraft of={CleanUpStep} />);
    expect(await screen.findByText('1 name is not known yet.')).toBeInTheDocument();
  });

  it('unifies no spelling before it is told to', async () => {
    const calls = fakeServer({
      'GET /imports/i1/proposals': () => ({ body: proposals }),
      'PATCH /imports/i1': () => ({ body: draft }),
    });
    await renderApp(<WithDraft of={CleanUpStep} />);
    const row = (await screen.findByText('GTXPro')).closest('li') as HTMLElement;
    expect(row).toHaveTextContent('1,480 rows');
    expect(within(row).getByLabelText('Keep apart')).toBeChecked();
    expect(sent(calls)).toEqual([]);
    await userEvent.click(within(row).getByLabelText('Unify'));
    await waitFor(() =>
      expect(sent(calls)).toEqual([
        { options: { unifications: [{ fileId: 'f1', column: 2, variant: 'GTXPro', canonical: 'GTX Pro' }] } },
      ]),
    );
  });

  it('moves a stage by keyboard and keeps the order', async () => {
    const calls = fakeServer({
      'GET /imports/i1/proposals': () => ({ body: proposals }),
      'PATCH /imports/i1': () => ({ body: draft }),
    });
    await renderApp(<WithDraft of={CleanUpStep} />);
    (await screen.findByRole('button', { name: 'Move Won up' })).focus();
    await userEvent.keyboard('{Enter}');
    const names = [
      { name: 'Won', kind: 'won' },
      { name: 'Engaging', kind: 'open' },
    ];
    await waitFor(() => expect(sent(calls)).toEqual([{ options: { stages: names } }]));
  });
});

describe('the check', () => {
  const counts = { rows: 8800, create: 8700, update: 0, unchanged: 0, duplicate: 0, refuse: 100 };
  const preview: Preview = {
    files: [
      {
        fileId: 'f1',
        name: 'deals.csv',
        entity: 'deal',
        ...counts,
        refusals: [{ line: 7, reason: 'account: nothing is called “Acmee”.', cells: ['Z1', 'Acmee'] }],
      },
    ],
    totals: counts,
    pipelines: [
      { id: null, name: 'New business', deals: 3, stages: ['Engaging', 'Won'] },
      { id: 'p2', name: 'Renewals', deals: 1, stages: ['Won'] },
    ],
    samples: [{ fileId: 'f1', line: 2, effect: 'create', title: 'Cancity – GTX Basic' }],
  };

  it('shows what would happen, and runs only when told to', async () => {
    const calls = fakeServer({
      'POST /imports/i1/preview': () => ({ body: preview }),
      'POST /imports/i1/run': () => ({ status: 202, body: { ...draft, status: 'queued' } }),
    });
    await renderApp(<WithDraft of={CheckStep} />);
    expect(await screen.findByText('Effect of 8,800 rows')).toBeInTheDocument();
    expect(screen.getByText('account: nothing is called “Acmee”.')).toBeInTheDocument();
    expect(screen.getByText('and 99 more, all listed after the run')).toBeInTheDocument();
    expect(screen.getByText('New business – 3 deals')).toBeInTheDocument();
    expect(screen.getByText('Renewals – 1 deal')).toBeInTheDocument();
    expect(calls.some((each) => each.path.endsWith('/run'))).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Run the import' }));
    await waitFor(() => expect(calls.at(-1)?.path).toBe('/imports/i1/run'));
  });

  it('offers nothing to run when nothing would change', async () => {
    const none = { rows: 10, create: 0, update: 0, unchanged: 10, duplicate: 0, refuse: 0 };
    fakeServer({
      'POST /imports/i1/preview': () => ({ body: { files: [], totals: none, samples: [], pipelines: [] } }),
    });
    await renderApp(<WithDraft of={CheckStep} />);
    expect(await screen.findByRole('button', { name: 'Run the import' })).toBeDisabled();
  });
});

describe('the result', () => {
  const done: Import = { ...draft, status: 'done', doneRows: 8800, created: 8795, refused: 5 };

  it('says in Polish, with the right forms, what came of it', async () => {
    fakeServer({ 'GET /imports/i1/refusals?limit=100': () => ({ body: { items: [], next: null } }) });
    await renderApp(<ResultView data={done} />, { language: 'pl', me: ME });
    const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(plain(document.body.textContent ?? '')).toContain('Przetworzono 8 800 wierszy');
    expect(plain(document.body.textContent ?? '')).toContain('5 odrzuconych wierszy');
  });

  it('offers to go on from where it was stopped', async () => {
    fakeServer({});
    await renderApp(
      <ResultView data={{ ...done, status: 'cancelled', doneRows: 4000, created: 4000, refused: 0 }} />,
    );
    expect(screen.getByText('4,800 rows were not reached.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Go on' })).toBeInTheDocument();
  });

  it('lists what undoing had to keep', async () => {
    fakeServer({});
    const undo = {
      deals: 8795,
      companies: 84,
      contacts: 0,
      people: 35,
      restored: 0,
      kept: [{ kind: 'company', id: 'c1', name: 'Acme', reason: 'changed' }],
    };
    await renderApp(<ResultView data={{ ...done, status: 'undone', refused: 0, undo }} />);
    expect(screen.getByText('1 record is kept:')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Acme' })).toHaveAttribute('href', '/companies/c1');
    expect(screen.queryByRole('button', { name: 'Undo the import' })).toBeNull();
  });

  it('does not send refused rows after others that have been taken back', async () => {
    fakeServer({ 'GET /imports/i1/refusals?limit=100': () => ({ body: { items: [], next: null } }) });
    await renderApp(<ResultView data={{ ...done, status: 'undone' }} />);
    expect(screen.getByText('5 refused rows')).toBeInTheDocument();
    expect(screen.queryByText(/the others are there already/)).toBeNull();
  });
});
