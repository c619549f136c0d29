import type { DataSource } from 'typeorm';
import type { ForRole, ItemKind } from './draft.js';
import { text } from './draft.js';

/** Of the directory: how many tandems each of these experts can carry. Who is missing has no limit. */
export type CapacitiesOf = (expertIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;

const KIND: ItemKind = 'expert-over-capacity';
const FOR_ROLE: ForRole = 'neighbourhood-coach';
const SENTENCE = text(
  'De ervaringsdeskundige van dit tandem heeft meer tandems dan afgesproken.',
  'The expert of this tandem has more tandems than agreed.',
);

/** As rows of the worklist: one for each trajectory of these experts, due today; the trajectory's id tells them apart. */
export const loadRows = (experts: string, today: string): string => `
  select trajectory_id as item_id, trajectory_id, area, coach_id, '${FOR_ROLE}'::text as for_role, '${KIND}'::text as kind, null::text as rule,
      null::text as article, ${today}::date as due_on, ${today}::date as since, false as stands_still,
      '${SENTENCE.nl}'::text as sentence_nl, '${SENTENCE.en}'::text as sentence_en
    from read.trajectories where expert_id = any(${experts}::text[])`;

/**
 * Which experts carry more than they can. Two coaches at once may pass the limit, and the directory may lower it: no
 * trajectory's own events say so, and it is asked when somebody looks.
 */
export class ExpertLoad {
  constructor(private readonly database: DataSource) {}

  async overCapacity(capacitiesOf: CapacitiesOf): Promise<readonly string[]> {
    const loads = (await this.database.query(
      `select expert_id as "expertId", count(*)::int as tandems from read.trajectories where expert_id is not null group by expert_id`,
    )) as { expertId: string; tandems: number }[];
    const capacities = await capacitiesOf(loads.map(({ expertId }) => expertId));
    return loads.filter(({ expertId, tandems }) => tandems > (capacities.get(expertId) ?? tandems)).map(({ expertId }) => expertId);
  }
}
