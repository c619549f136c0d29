import { addDays, startOf, toInstant, type BusinessDate, type Uuid } from '@perspectief/kernel';
import type { DataSource } from 'typeorm';
import type { KeptLook, LookAction } from '../look.js';
import { COLUMNS, lookOf, type KeptRow } from './rows.js';

/** What an officer searches for; what is left out does not narrow. */
export interface LooksFilter {
  readonly householdId?: Uuid | undefined;
  readonly personId?: string | undefined;
  /** Looks by its people, as the directory knows them. */
  readonly municipality?: string | undefined;
  readonly actions?: readonly LookAction[] | undefined;
  /** First and last day, both counted. */
  readonly from?: BusinessDate | undefined;
  readonly until?: BusinessDate | undefined;
}

export interface LooksPage {
  readonly items: readonly KeptLook[];
  readonly hasNext: boolean;
}

const dayStart = (day: BusinessDate | undefined): string | null => (day === undefined ? null : toInstant(startOf(day)));

/** Only what was asked for stands in the question, so that the planner may take the index of that. */
const questionOf = ({ householdId, personId, municipality, actions, from, until }: LooksFilter, before: string | undefined, limit: number) => {
  const values: unknown[] = [];
  const conditions: string[] = [];
  const where = (value: unknown, condition: (parameter: string) => string): void => {
    if (value === undefined || value === null) return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  where(householdId, (p) => `l.id in (select look_id from access.reader_log_households where household_id = ${p}::uuid)`);
  where(personId, (p) => `l.person_id = ${p}`);
  where(municipality, (p) => `l.person_id in (select id from directory.people where municipality = ${p})`);
  where(actions, (p) => `l.action = any(${p}::text[])`);
  where(dayStart(from), (p) => `l.started_at >= ${p}`);
  where(until && dayStart(addDays(until, 1)), (p) => `l.started_at < ${p}`);
  where(before, (p) => `l.id < ${p}::bigint`);
  const narrowed = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
  return { text: `select ${COLUMNS} from access.reader_log l ${narrowed} order by l.id desc limit ${limit}`, values };
};

const EXPORT_PAGE = 1_000;

/** Every look by itself, newest first: for the privacy officer, and for exports. */
export class Looks {
  constructor(private readonly database: DataSource) {}

  /** `before` is the id of the last look of the page before. */
  async page(filter: LooksFilter, first: number, before?: string): Promise<LooksPage> {
    const { text, values } = questionOf(filter, before, first + 1);
    const rows = (await this.database.query(text, values)) as KeptRow[];
    return { items: rows.slice(0, first).map(lookOf), hasNext: rows.length > first };
  }

  /** All of them, a page of the database at a time. */
  async *all(filter: LooksFilter): AsyncGenerator<KeptLook> {
    let before: string | undefined;
    for (;;) {
      const { items, hasNext } = await this.page(filter, EXPORT_PAGE, before);
      yield* items;
      before = items.at(-1)?.id;
      if (!hasNext) return;
    }
  }
}
