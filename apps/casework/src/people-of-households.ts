import type { DataSource } from 'typeorm';
import { scopeOf } from '@perspectief/access';
import type { Desk } from '@perspectief/access-api';
import { OwnHelpers, OwnResidents } from '@perspectief/directory-api';
import type { Actor, Uuid } from '@perspectief/kernel';
import { MembersOfHousehold } from '@perspectief/reader-log-api';

/** Who was proposed too: a household decides on somebody with a name. */
const HELPERS = `select unnest(coaches || experts) as id from access.homes where $1 = any(members)
  union select facts -> 'pair' ->> 'expertId' from access.files join access.streams on stream = 'trajectory-' || trajectory_id
   where $1 = any(members) and facts -> 'pair' ->> 'phase' = 'proposed'`;

const idsOf = async (database: DataSource, sql: string, values: unknown[]): Promise<readonly string[]> =>
  ((await database.query(sql, values)) as { id: string }[]).map(({ id }) => id);

/** Who helps the household that a resident signs in for, by the facts that the access policy keeps. */
export class HelpersOfResidents extends OwnHelpers {
  constructor(private readonly database: DataSource) {
    super();
  }

  async of({ id }: Actor): Promise<readonly string[]> {
    return idsOf(this.database, HELPERS, [id]);
  }
}

/** Who signs in as a member, by the same facts. */
export class Members extends MembersOfHousehold {
  constructor(private readonly database: DataSource) {
    super();
  }

  async of(householdId: Uuid): Promise<readonly string[]> {
    return idsOf(this.database, `select unnest(members) as id from access.homes where household_id = $1`, [householdId]);
  }
}

/** Residents whom a coach may name, by the rules that narrow the coach's own list of households. */
export class ResidentsOfCoaches extends OwnResidents {
  constructor(
    private readonly database: DataSource,
    private readonly desk: Pick<Desk, 'rulesOf'>,
  ) {
    super();
  }

  async of(coach: Actor, ids: readonly string[]): Promise<readonly string[]> {
    const rules = await this.desk.rulesOf(coach);
    if (!rules) return [];
    const within = scopeOf(rules, 'households', 'homes', 'household_id');
    const known = `select id from unnest($1::text[]) as named(id)
      where not exists (select from access.homes where id = any(members)) or exists (select from access.homes where id = any(members) and ${within.sql(2)})`;
    return idsOf(this.database, known, [ids, ...within.values]);
  }
}
