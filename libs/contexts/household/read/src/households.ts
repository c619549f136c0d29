import type { DataSource } from 'typeorm';
import { dayOfMoment, dayOfPage, type BusinessDate, type Recorded, type Uuid } from '@perspectief/kernel';
import type { HouseholdState } from '@perspectief/household-domain';
import { madeOf, prepared, type Codec, type Within } from '@perspectief/runtime';
import { effectiveFacts, foldHousehold, type HouseholdFact, type PointInTime } from './page/fold-household.js';
import { householdView, type HouseholdView } from './page/household-view.js';

/** The log, as far as pages need it. */
export interface StreamReader {
  readStream(stream: string): Promise<readonly Recorded[]>;
}

export interface HouseholdsOptions {
  readonly store: StreamReader;
  readonly codec: Codec;
  readonly database: DataSource;
}

/** `today` is the day of whoever looks; without it, that of this machine's clock. */
export type Look = PointInTime & { readonly today?: BusinessDate | undefined };

export interface HouseholdsQuestion {
  /** On `household_id`: what the reader may see. */
  readonly within: Within;
  readonly areas?: readonly string[] | undefined;
  readonly first: number;
  /** The last household of the page before. */
  readonly cursor?: Uuid | undefined;
  readonly today?: BusinessDate | undefined;
}

export interface HouseholdsPage {
  readonly items: readonly HouseholdView[];
  readonly hasNext: boolean;
  readonly total: number;
}

const now = (): BusinessDate => dayOfMoment(new Date().toISOString());

const AMONG = `not erased and ($1::text[] is null or area = any($1))`;
const pageOf = (within: Within): string =>
  `select state from read.households where ${AMONG} and ($2::uuid is null or household_id > $2) and ${within.sql(4)} order by household_id limit $3`;
const totalOf = (within: Within): string => `select count(*)::int as total from read.households where ${AMONG} and ${within.sql(2)}`;

/** Pages of households: of now by the row, of any other moment by folding the log. Unknown ids have none. */
export class Households {
  constructor(private readonly options: HouseholdsOptions) {}

  async household(id: Uuid, look: Look = {}): Promise<HouseholdView | undefined> {
    const { asOf, knownAt } = look;
    const day = dayOfPage(look, look.today ?? now());
    if (asOf !== undefined || knownAt !== undefined) return householdView(await this.at(id, { asOf, knownAt }), day);
    const { state, version } = await this.current(id);
    const view = householdView(state, day);
    return view && madeOf(view, { stream: `household-${id}`, version });
  }

  async page({ within, areas, first, cursor, today = now() }: HouseholdsQuestion): Promise<HouseholdsPage> {
    const [rows, [count]] = (await Promise.all([
      this.options.database.query(pageOf(within), [areas ?? null, cursor ?? null, first + 1, ...within.values]),
      this.options.database.query(totalOf(within), [areas ?? null, ...within.values]),
    ])) as [{ state: HouseholdState }[], { total: number }[]];
    return {
      items: rows.slice(0, first).flatMap(({ state }) => householdView(state, today) ?? []),
      hasNext: rows.length > first,
      total: count?.total ?? 0,
    };
  }

  private async current(id: Uuid): Promise<{ readonly state: HouseholdState; readonly version: number }> {
    const text = `select state, version from read.households where household_id = $1`;
    const [row] = await prepared<{ state: HouseholdState; version: number }>(this.options.database, { name: 'household page', text, values: [id] });
    return row ?? { state: foldHousehold([]), version: 0 };
  }

  private async at(id: Uuid, point: PointInTime): Promise<HouseholdState> {
    const stored = await this.options.store.readStream(`household-${id}`);
    return foldHousehold(effectiveFacts(stored.map((event) => this.options.codec.decode(event) as HouseholdFact), point));
  }
}
