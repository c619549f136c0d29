// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { Provider, type Client } from 'urql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addDays, todayHere, uiWords } from '@perspectief/ui';
import type { WorklistQuery, WorklistQueryVariables } from '@perspectief/graphql-contract/worklist';
import { heard } from '../../data/positions';
import terms from '../../terms/locales/nl.json';
import words from './locales/nl.json';
import { WorklistPage } from './worklist-page';

vi.mock('../../session/session-provider', () => ({ usePerson: () => ({ id: 'coach-1', name: 'Coach 1', role: 'neighbourhood-coach' }) }));

const task = (n: number) => ({
  ...{ itemId: `item-${n}`, trajectoryId: `trajectory-${n}`, coachId: 'coach-1', area: 'beijum', kind: 'action', rule: null, article: null, dueOn: addDays(todayHere(), -3), since: todayHere() },
  ...{ state: 'overdue', standsStill: false, forRole: 'neighbourhood-coach', budgetId: null, requestId: null, sentence: { nl: `Taak ${n}.`, en: `Task ${n}.` } },
});

/** What the platform has to do for somebody; it says what it was asked. */
let list: ReturnType<typeof task>[];
/** Pages after the first come when this is over. */
let untilRest: Promise<void>;
let asked: (Pick<WorklistQueryVariables, 'tab' | 'cursor'>)[];

/** A page ends where its last row stands, as with the platform. */
const worklistOf = ({ tab, first, cursor }: WorklistQueryVariables): WorklistQuery => {
  asked.push({ tab, cursor });
  const from = cursor ? list.findIndex(({ itemId }) => itemId === cursor) + 1 : 0;
  const here = list.slice(from, from + first);
  return {
    worklist: {
      __typename: 'WorklistConnection', totalCount: list.length, totals: { mine: list.length, team: list.length, unassigned: 0, all: list.length },
      pageInfo: { hasNextPage: from + first < list.length, endCursor: here.at(-1)?.itemId ?? null }, edges: here.map((node) => ({ node })),
    },
  };
};
const NAMES = { households: { __typename: 'HouseholdConnection', pageInfo: { hasNextPage: false, endCursor: null }, edges: [] } };
const client = {
  query: (_: unknown, variables: WorklistQueryVariables) => ({
    toPromise: async () => {
      if (variables.cursor) await untilRest;
      return { data: 'tab' in variables ? worklistOf(variables) : NAMES };
    },
  }),
  subscription: () => ({ subscribe: () => ({ unsubscribe: () => undefined }) }),
} as unknown as Client;

const answered = (): Promise<void> => act(() => new Promise<void>((done) => setTimeout(done)));
const rows = (): readonly string[] => [...document.querySelectorAll('[data-row]')].map(({ textContent }) => /Taak \d+(?=\.)/.exec(textContent ?? '')?.[0] ?? '');
const tasks = (from: number, to: number): readonly string[] => Array.from({ length: to - from + 1 }, (_, n) => `Taak ${from + n}`);
const press = async (name: RegExp): Promise<void> => {
  // By role costs a second where there are hundreds of rows.
  fireEvent.click(screen.getByText(name, { selector: 'button' }));
  await answered();
};

beforeEach(async () => {
  await i18next.use(initReactI18next).init({ lng: 'nl', resources: { nl: { worklist: words, terms, ui: uiWords.nl } }, interpolation: { escapeValue: false }, react: { useSuspense: false } });
  localStorage.clear();
  asked = [];
  untilRest = Promise.resolve();
  list = Array.from({ length: 210 }, (_, n) => task(n + 1));
  render(<MemoryRouter><Provider value={client}><WorklistPage /></Provider></MemoryRouter>);
  await answered();
});
afterEach(cleanup);

test('a list of more than a hundred says how much of it is there, and shows more until all is there', async () => {
  expect(rows()).toEqual(tasks(1, 100));
  expect(screen.getByText('De eerste 100 van 210 taken.')).toBeTruthy();
  // How many are due is not known before all of them are there.
  expect(screen.queryByText(/tot en met vandaag/)).toBeNull();
  await press(/Toon er meer/);
  expect(rows()).toEqual(tasks(1, 200));
  expect(screen.getByText('De eerste 200 van 210 taken.')).toBeTruthy();
  await press(/Toon er meer/);
  expect(rows()).toEqual(tasks(1, 210));
  expect(screen.getByText(/Je hebt 210 taken tot en met vandaag/)).toBeTruthy();
  expect(screen.queryByText(/De eerste/)).toBeNull();
  expect(screen.queryByText(/Toon er meer/)).toBeNull();
});

test('what others do meanwhile changes the rows after the first hundred too, and none of them stands there twice', async () => {
  await press(/Toon er meer/);
  let come = (): void => undefined;
  untilRest = new Promise((done) => { come = done; });
  list = list.slice(1);
  act(() => heard('worklist', '0000000000000009-aa'));
  await answered();
  // The first page has come again and begins a row later; those after it are still as they were.
  expect(rows()).toEqual(tasks(2, 200));
  expect(screen.queryByText(/2 keer/)).toBeNull();
  come();
  await answered();
  expect(rows()).toEqual(tasks(2, 201));
  expect(screen.getByText('De eerste 200 van 209 taken.')).toBeTruthy();
});

test('another list begins at its own beginning', async () => {
  await press(/Toon er meer/);
  await press(/Van mijn team/);
  expect(rows()).toHaveLength(100);
  expect(asked.slice(-1)).toEqual([{ tab: 'team', cursor: null }]);
});
