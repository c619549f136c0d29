import type { DataSource } from 'typeorm';
import { addDays, type BusinessDate, type Uuid } from '@perspectief/kernel';
import type { Within } from '@perspectief/runtime';
import type { AttentionItem } from './items.js';

export interface AttentionQuestion {
  /** On `request_id`: what the reader may see. */
  readonly within: Within;
  readonly municipality: string;
  /** A coach's own items; without, those of a holder. */
  readonly coachId?: string | undefined;
  readonly area?: string | undefined;
  readonly today: BusinessDate;
  /** How many days ahead. */
  readonly horizonDays: number;
  readonly first: number;
  readonly cursor?: readonly [dueOn: BusinessDate, itemId: Uuid] | undefined;
}

export interface AttentionEntry extends Omit<AttentionItem, 'sentence' | 'municipality'> {
  readonly state: 'overdue' | 'today' | 'coming';
  readonly sentenceNl: string;
  readonly sentenceEn: string;
}

export interface AttentionPage {
  readonly items: readonly AttentionEntry[];
  readonly hasNext: boolean;
}

const pageOf = (within: Within): string => `
  select item_id as "itemId", budget_id as "budgetId", request_id as "requestId", trajectory_id as "trajectoryId", area, coach_id as "coachId",
      for_role as "forRole", kind, rule, due_on::text as "dueOn", since::text as since, sentence_nl as "sentenceNl", sentence_en as "sentenceEn"
    from read.budget_attention
   where municipality = $1 and (case when $2::text is null then for_role = 'budget-holder' else coach_id = $2 and for_role = 'neighbourhood-coach' end)
     and ($3::text is null or area = $3) and due_on <= $4::date and ($5::date is null or (due_on, item_id) > ($5::date, $6::uuid)) and ${within.sql(8)}
   order by due_on, item_id limit $7`;

const stateOn = (dueOn: BusinessDate, today: BusinessDate): AttentionEntry['state'] => {
  if (dueOn === today) return 'today';
  return dueOn < today ? 'overdue' : 'coming';
};

/** What pots ask of coaches and holders, by the day it is due. */
export class BudgetAttention {
  constructor(private readonly database: DataSource) {}

  async page({ within, municipality, coachId, area, today, horizonDays, first, cursor }: AttentionQuestion): Promise<AttentionPage> {
    const [dueOn, itemId] = cursor ?? [];
    const values = [municipality, coachId ?? null, area ?? null, addDays(today, horizonDays), dueOn ?? null, itemId ?? null, first + 1, ...within.values];
    const rows = (await this.database.query(pageOf(within), values)) as Omit<AttentionEntry, 'state'>[];
    return { items: rows.slice(0, first).map((row) => ({ ...row, state: stateOn(row.dueOn, today) })), hasNext: rows.length > first };
  }
}
