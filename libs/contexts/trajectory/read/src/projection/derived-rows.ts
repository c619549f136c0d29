import type { Law } from '@perspectief/law';
import { deadlinesOf, type OpenedTrajectory, type TrajectoryState } from '@perspectief/trajectory-domain';
import { itemsBy, saysTheSame, worklistRules, type WorklistItem } from '../worklist/items.js';

/** Rows as JSON, by key: equal text, equal row. */
export type Rows = ReadonlyMap<string, string>;

/** What stands in the tables of one trajectory beside its own row. */
export interface DerivedRows {
  /** The page that they were derived from. */
  readonly page: OpenedTrajectory | undefined;
  /** In the order of the rules; the same object where nothing changed. */
  readonly items: readonly Rows[];
  readonly deadlines: readonly Rows[];
}

export const noRows: DerivedRows = { page: undefined, items: [], deadlines: [] };

const itemRow = ({ sentence, ...item }: WorklistItem): readonly [string, string] => [
  item.itemId,
  JSON.stringify({ standsStill: false, ...item, sentenceNl: sentence.nl, sentenceEn: sentence.en }),
];

const itemRows = (page: OpenedTrajectory, law: Law, before: DerivedRows | undefined): readonly Rows[] =>
  worklistRules.map((rule, index) => {
    const rows = before?.items[index];
    if (rows && before.page && saysTheSame(rule, before.page, page)) return rows;
    return new Map(itemsBy(rule, page, law).map(itemRow));
  });

const deadlineRows = (page: OpenedTrajectory): Rows =>
  new Map(
    deadlinesOf(page).map(({ key, actsOn, command }) => [key, JSON.stringify({ trajectoryId: page.id, key, actsOn, command })]),
  );

/** `before` spares the rules whose tracks did not change; what comes out is the same without it. */
export const derivedFrom = (page: TrajectoryState, law: Law, before?: DerivedRows): DerivedRows =>
  page.phase === 'none' ? noRows : { page, items: itemRows(page, law, before), deadlines: [deadlineRows(page)] };
