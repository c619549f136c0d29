import type { DataSource } from 'typeorm';
import { addDays, type BusinessDate, type Uuid } from '@perspectief/kernel';
import { nameOfText, prepared, type Within } from '@perspectief/runtime';
import { itemKinds } from './draft.js';
import { ExpertLoad, loadRows } from './expert-load.js';

export const worklistTabs = ['mine', 'team', 'unassigned', 'all'] as const;
export type WorklistTab = (typeof worklistTabs)[number];

export interface WorklistQuestion {
  readonly tab: WorklistTab;
  /** On the columns of the list: what the reader may see. */
  readonly within: Within;
  /** Whose list `mine` is. */
  readonly personId: string;
  /** The areas of the team; none known, no team. */
  readonly areas: readonly string[];
  readonly today: BusinessDate;
  /** How many days ahead. */
  readonly horizonDays: number;
  readonly kinds?: readonly string[] | undefined;
  /** Whose tandems are on it for their number alone. */
  readonly expertsOverCapacity?: readonly string[] | undefined;
  readonly first: number;
  /** The last item of the page before: its day and its id. */
  readonly cursor?: readonly [dueOn: BusinessDate, itemId: Uuid] | undefined;
}

export interface WorklistEntry {
  readonly itemId: Uuid;
  readonly trajectoryId: Uuid;
  /** The pot and the request that ask for it, where one does. */
  readonly budgetId: Uuid | null;
  readonly requestId: Uuid | null;
  readonly area: string;
  readonly coachId: string | null;
  readonly forRole: string;
  readonly kind: string;
  readonly rule: string | null;
  readonly article: string | null;
  readonly dueOn: BusinessDate;
  readonly since: BusinessDate;
  readonly standsStill: boolean;
  readonly state: 'overdue' | 'today' | 'coming';
  readonly sentenceNl: string;
  readonly sentenceEn: string;
}

export interface WorklistPage {
  readonly items: readonly WorklistEntry[];
  readonly hasNext: boolean;
  readonly totals: Readonly<Record<WorklistTab, number>>;
}

const TABS: Readonly<Record<WorklistTab, string>> = {
  mine: `coach_id = $1 and for_role <> 'budget-holder'`,
  team: `area = any($2::text[])`,
  unassigned: `coach_id is null`,
  all: `true`,
};

/** Of the horizon, and of the kinds that were asked for. */
const WITHIN = `due_on <= $3::date and ($4::text[] is null or kind = any($4))`;

/** What trajectories ask for; other contexts may ask too, in the same columns. */
const OWN = `(select *, null::uuid as budget_id, null::uuid as request_id from read.worklist_items) as own`;

/** What is asked for by itself, and what trajectories ask for together. */
const allOf = (from: string): string => `(select item_id, trajectory_id, area, coach_id, for_role, kind, rule, article, due_on, since, stands_still,
      sentence_nl, sentence_en, budget_id, request_id
    from ${from}
  union all select *, null::uuid, null::uuid from (${loadRows('$5', '$6')}) as loads) as items`;

const itemsOf = (from: string, tab: WorklistTab, seen: Within): string => `
  select item_id as "itemId", trajectory_id as "trajectoryId", budget_id as "budgetId", request_id as "requestId", area, coach_id as "coachId", for_role as "forRole", kind, rule, article,
      due_on::text as "dueOn", since::text as since, stands_still as "standsStill", sentence_nl as "sentenceNl", sentence_en as "sentenceEn"
    from ${allOf(from)}
   where (${TABS[tab]}) and $1::text is not null and $2::text[] is not null and ${WITHIN}
     and ($7::date is null or (due_on, item_id) > ($7::date, $8::uuid)) and ${seen.sql(10)}
   order by due_on, item_id limit $9`;

const totalsOf = (from: string, seen: Within): string => `
  select ${Object.entries(TABS).map(([tab, holds]) => `(count(*) filter (where ${holds}))::int as "${tab}"`).join(', ')}
    from ${allOf(from)} where ${WITHIN} and ${seen.sql(7)}`;

const stateOn = (dueOn: BusinessDate, today: BusinessDate): WorklistEntry['state'] => {
  if (dueOn === today) return 'today';
  return dueOn < today ? 'overdue' : 'coming';
};

export interface WorklistOptions {
  /** A view of the items of all contexts; left out, those of trajectories alone. */
  readonly from?: string;
  /** The kinds of the others, and the projections that write them. */
  readonly kinds?: readonly string[];
  readonly projections?: readonly string[];
}

/** What needs somebody, by the day it is due. */
export class Worklist {
  readonly experts: ExpertLoad;
  /** Every kind that may be asked for. */
  readonly kinds: readonly string[];
  /** Whose changes are changes of the list. */
  readonly projections: readonly string[];
  private readonly from: string;

  constructor(
    private readonly database: DataSource,
    { from = OWN, kinds = [], projections = [] }: WorklistOptions = {},
  ) {
    this.from = from;
    this.kinds = [...itemKinds, ...kinds];
    this.projections = ['trajectory', ...projections];
    this.experts = new ExpertLoad(database);
  }

  async page(question: WorklistQuestion): Promise<WorklistPage> {
    const { tab, within: seen, personId, areas, today, horizonDays, kinds, expertsOverCapacity, first, cursor } = question;
    const within = [personId, areas, addDays(today, horizonDays), kinds ?? null, expertsOverCapacity ?? [], today];
    const [rows, [totals]] = await Promise.all([
      this.ask<Omit<WorklistEntry, 'state'>>(itemsOf(this.from, tab, seen), [...within, cursor?.[0] ?? null, cursor?.[1] ?? null, first + 1, ...seen.values]),
      this.ask<Record<WorklistTab, number>>(totalsOf(this.from, seen), [...within, ...seen.values]),
    ]);
    return {
      items: rows.slice(0, first).map((row) => ({ ...row, state: stateOn(row.dueOn, today) })),
      hasNext: rows.length > first,
      totals: totals ?? { mine: 0, team: 0, unassigned: 0, all: 0 },
    };
  }

  private ask<Row>(text: string, values: readonly unknown[]): Promise<readonly Row[]> {
    return prepared<Row>(this.database, { name: nameOfText(text), text, values });
  }
}
