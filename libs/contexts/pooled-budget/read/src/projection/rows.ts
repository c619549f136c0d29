import type { Uuid } from '@perspectief/kernel';
import type { Law } from '@perspectief/law';
import type { ReadTables } from '@perspectief/runtime';
import { find, householdSpend, yearsOf, yearTotals } from '@perspectief/pooled-budget-domain';
import { attentionItems } from '../attention/items.js';
import { requestRowOf } from '../page/request-row.js';
import type { Fold } from './folds.js';
import { ATTENTION, BUDGETS, HOUSEHOLDS, REMOVE_ATTENTION, REQUESTS, VERSIONS } from './statements.js';

/** A pot that a batch changed, and what of it changed. */
export interface Touched {
  readonly fold: Fold;
  readonly position: string;
  readonly requestIds: readonly Uuid[];
  readonly trajectoryIds: readonly Uuid[];
}

/** Whose money it is. */
export const trajectoriesOf = ({ fold: { page: { budget } }, requestIds, trajectoryIds }: Touched): readonly Uuid[] =>
  budget.phase === 'none' ? [] : [...trajectoryIds, ...requestIds.flatMap((id) => find(budget.requests, id)?.trajectoryId ?? [])];

const budgetRow = ({ fold: { page, version, stateVersion, pageToKeep }, position }: Touched): readonly object[] => {
  const { budget } = page;
  if (budget.phase === 'none') return [];
  const { id: budgetId, name, scheme, municipality, area, openedOn } = budget;
  const years = yearsOf(budget).map((year) => yearTotals(budget, year));
  return [{ budgetId, name, scheme, municipality, area, openedOn, years, version, position, state: pageToKeep, stateVersion }];
};

const requestRows = ({ fold: { page }, requestIds }: Touched): readonly object[] => requestIds.flatMap((id) => requestRowOf(page, id) ?? []);

const householdRows = ({ fold: { page }, trajectoryIds }: Touched): readonly object[] =>
  page.budget.phase === 'none'
    ? []
    : trajectoryIds.map((trajectoryId) => ({
        trajectoryId,
        budgetId: page.budget.phase === 'none' ? undefined : page.budget.id,
        spend: householdSpend(page.budget, trajectoryId),
      }));

const attentionRows = ({ fold: { page }, requestIds }: Touched, law: Law): readonly object[] =>
  requestIds
    .flatMap((id) => attentionItems(page, id, law))
    .map(({ sentence, ...item }) => ({ ...item, sentenceNl: sentence.nl, sentenceEn: sentence.en }));

const write = async (tables: ReadTables, statement: string, rows: readonly object[]): Promise<void> => {
  if (rows.length > 0) await tables.query(statement, [JSON.stringify(rows)]);
};

export const versionsOf = async (ids: readonly Uuid[], tables: ReadTables): Promise<ReadonlyMap<Uuid, number>> => {
  const rows = (await tables.query(VERSIONS, [ids])) as { id: Uuid; version: number }[];
  return new Map(rows.map(({ id, version }) => [id, version]));
};

const inOrder = (touched: readonly Touched[]): readonly Touched[] =>
  touched
    .map((one) => ({ ...one, requestIds: one.requestIds.toSorted(), trajectoryIds: one.trajectoryIds.toSorted() }))
    .toSorted((one, other) => (one.fold.stream < other.fold.stream ? -1 : 1));

/** Absolute values of all that the batch touched. In one order: two runners on the same rows then wait for each other, and never both. */
export const writeRows = async (batch: readonly Touched[], law: Law, tables: ReadTables): Promise<void> => {
  const touched = inOrder(batch);
  await write(tables, BUDGETS, touched.flatMap(budgetRow));
  await write(tables, REQUESTS, touched.flatMap(requestRows));
  await write(tables, HOUSEHOLDS, touched.flatMap(householdRows));
  await tables.query(REMOVE_ATTENTION, [touched.flatMap(({ requestIds }) => requestIds)]);
  await write(tables, ATTENTION, touched.flatMap((one) => attentionRows(one, law)));
};
