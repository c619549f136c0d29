import type { DataSource } from 'typeorm';
import { addDays, type BusinessDate, type Uuid } from '@perspectief/kernel';
import type { ForRole, ItemKind } from './draft.js';

export const worklistTabs = ['mine', 'team', 'unassigned', 'all'] as const;
export type WorklistTab = (typeof worklistTabs)[number];

export interface WorklistQuestion {
  readonly tab: WorklistTab;
  /** Whose list `mine` is. */
  readonly personId: string;
  /** The areas of the team; none known, no team. */
  readonly areas: readonly string[];
  readonly today: BusinessDate;
  /** How many days ahead. */
  readonly horizonDays: number;
  readonly kinds?: readonly ItemKind[] | undefined;
  readonly first: number;
  /** The last item of the page before: its day and its id. */
  readonly cursor?: readonly [dueOn: BusinessDate, itemId: Uuid] | undefined;
}

export interface WorklistEntry {
  readonly itemId: Uuid;
  readonly trajectoryId: Uuid;
  readonly area: string;
  readonly coachId: string | null;
  readonly forRole: ForRole;
  readonly kind: ItemKind;
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
  mine: `coach_id = $1`,
  team: `area = any($2::text[])`,
  unassigned: `coach_id is null`,
  all: `true`,
};

/** Of the horizon, and of the kinds that were asked for. */
const WITHIN = `due_on <= $3::date and ($4::text[] is null or kind = any($4))`;

const itemsOf = (tab: WorklistTab): string => `
  select item_id as "itemId", trajectory_id as "trajectoryId", area, coach_id as "coachId", for_role as "forRole", kind, rule, article,
      due_on::text as "dueOn", since::text as since, stands_still as "standsStill", sentence_nl as "sentenceNl", sentence_en as "sentenceEn"
    from read.worklist_items
   where (${TABS[tab]}) and $1::text is not null and $2::text[] is not null and ${WITHIN}
     and ($5::date is null or (due_on, item_id) > ($5::date, $6::uuid))
   order by due_on, item_id limit $7`;

const TOTALS = `
  select ${Object.entries(TABS).map(([tab, holds]) => `(count(*) filter (where ${holds}))::int as "${tab}"`).join(', ')}
    from read.worklist_items where ${WITHIN}`;

const stateOn = (dueOn: BusinessDate, today: BusinessDate): WorklistEntry['state'] => {
  if (dueOn === today) return 'today';
  return dueOn < today ? 'overdue' : 'coming';
};

/** What needs somebody, by the day it is due. */
export class Worklist {
  constructor(private readonly database: DataSource) {}

  async page({ tab, personId, areas, today, horizonDays, kinds, first, cursor }: WorklistQuestion): Promise<WorklistPage> {
    const within = [personId, areas, addDays(today, horizonDays), kinds ?? null];
    const [rows, [totals]] = (await Promise.all([
      this.database.query(itemsOf(tab), [...within, cursor?.[0] ?? null, cursor?.[1] ?? null, first + 1]),
      this.database.query(TOTALS, within),
    ])) as [Omit<WorklistEntry, 'state'>[], Record<WorklistTab, number>[]];
    return {
      items: rows.slice(0, first).map((row) => ({ ...row, state: stateOn(row.dueOn, today) })),
      hasNext: rows.length > first,
      totals: totals ?? { mine: 0, team: 0, unassigned: 0, all: 0 },
    };
  }
}
