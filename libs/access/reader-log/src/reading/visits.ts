import { addDays, dayOfMoment, startOf, toInstant, type Actor, type BusinessDate, type Instant, type Uuid } from '@perspectief/kernel';
import type { DataSource } from 'typeorm';
import type { LookAction } from '../look.js';

/** The same deed of one person on one day, as often as it was done. */
export interface Deed {
  readonly action: LookAction;
  readonly what: string;
  readonly purpose: string;
  readonly law?: string;
  readonly times: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

/** All that one person did with one household's file on one day. */
export interface Visit {
  readonly day: BusinessDate;
  readonly person: Actor;
  readonly deeds: readonly Deed[];
  readonly lastAt: Instant;
  /** Id of its first look: it stays the same while the day goes on, and names nobody. */
  readonly firstLook: number;
}

/** The last visit of the page before. */
export type VisitPlace = Pick<Visit, 'day' | 'firstLook'>;

export interface VisitsPage {
  readonly items: readonly Visit[];
  readonly hasNext: boolean;
}

interface DeedRow {
  readonly person_id: string;
  readonly role: string;
  readonly action: LookAction;
  readonly what: string;
  readonly purpose: string;
  readonly law: string | null;
  readonly times: number;
  readonly first_at: Date;
  readonly last_at: Date;
  readonly first_look: string;
}

const NEWEST_BEFORE = `select started_at from access.reader_log_households
  where household_id = $1 and started_at < $2 order by started_at desc limit 1`;

const DEEDS = `select l.person_id, l.role, l.action, l.what, l.purpose, l.law,
    count(*)::int as times, min(l.started_at) as first_at, max(l.started_at) as last_at, min(l.id)::text as first_look
  from access.reader_log_households h join access.reader_log l on l.id = h.look_id
  where h.household_id = $1 and h.started_at >= $2 and h.started_at < $3
  group by l.person_id, l.role, l.action, l.what, l.purpose, l.law
  order by min(l.started_at), l.what, l.action`;

const END_OF_TIME = '2999-01-01T00:00:00.000Z';

const deedOf = (row: DeedRow): Deed => ({
  action: row.action,
  what: row.what,
  purpose: row.purpose,
  ...(row.law !== null && { law: row.law }),
  times: row.times,
  firstAt: row.first_at.toISOString(),
  lastAt: row.last_at.toISOString(),
});

const visitOf = (day: BusinessDate, rows: readonly [DeedRow, ...DeedRow[]]): Visit => {
  const [{ person_id: id, role }] = rows;
  const deeds = rows.map(deedOf);
  const lastAt = deeds.reduce((latest, deed) => (deed.lastAt > latest ? deed.lastAt : latest), '');
  return { day, person: { id, role }, deeds, lastAt, firstLook: Math.min(...rows.map(({ first_look: first }) => Number(first))) };
};

const inOrder = (a: Visit, b: Visit): number =>
  b.lastAt.localeCompare(a.lastAt) || a.person.id.localeCompare(b.person.id) || a.person.role.localeCompare(b.person.role);

/** Newest first. */
const visitsOf = (day: BusinessDate, rows: readonly DeedRow[]): readonly Visit[] => {
  const byPerson = new Map<string, [DeedRow, ...DeedRow[]]>();
  for (const row of rows) {
    const key = JSON.stringify([row.person_id, row.role]);
    const own = byPerson.get(key);
    if (own) own.push(row);
    else byPerson.set(key, [row]);
  }
  return [...byPerson.values()].map((own) => visitOf(day, own)).sort(inOrder);
};

const after = (visits: readonly Visit[], place: VisitPlace | undefined): readonly Visit[] => {
  const at = place ? visits.findIndex(({ firstLook }) => firstLook === place.firstLook) : -1;
  return visits.slice(at + 1);
};

/** Who looked in a household's file: one line for each person and day, newest first. */
export class Visits {
  constructor(private readonly database: DataSource) {}

  /** Day by day, so that years of lists are never sorted: as many short walks along the index as the page has days. */
  async page(householdId: Uuid, first: number, place?: VisitPlace): Promise<VisitsPage> {
    const found: Visit[] = place ? [...after(await this.on(householdId, place.day), place)] : [];
    let before = place ? toInstant(startOf(place.day)) : END_OF_TIME;
    while (found.length <= first) {
      const newest = await this.newestBefore(householdId, before);
      if (newest === undefined) break;
      const day = dayOfMoment(newest);
      found.push(...(await this.on(householdId, day)));
      before = toInstant(startOf(day));
    }
    return { items: found.slice(0, first), hasNext: found.length > first };
  }

  private async on(householdId: Uuid, day: BusinessDate): Promise<readonly Visit[]> {
    const within = [householdId, toInstant(startOf(day)), toInstant(startOf(addDays(day, 1)))];
    return visitsOf(day, (await this.database.query(DEEDS, within)) as DeedRow[]);
  }

  private async newestBefore(householdId: Uuid, moment: Instant): Promise<Instant | undefined> {
    const [row] = (await this.database.query(NEWEST_BEFORE, [householdId, moment])) as { started_at: Date }[];
    return row?.started_at.toISOString();
  }
}
