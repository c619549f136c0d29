import type { DataSource } from 'typeorm';
import { OwnHelpers } from '@perspectief/directory-api';
import type { Actor } from '@perspectief/kernel';

/** Who was proposed too: a household decides on somebody with a name. */
const HELPERS = `select unnest(coaches || experts) as id from access.homes where $1 = any(members)
  union select facts -> 'pair' ->> 'expertId' from access.files join access.streams on stream = 'trajectory-' || trajectory_id
   where $1 = any(members) and facts -> 'pair' ->> 'phase' = 'proposed'`;

/** Who helps the household that a resident signs in for, by the facts that the access policy keeps. */
export class HelpersOfResidents extends OwnHelpers {
  constructor(private readonly database: DataSource) {
    super();
  }

  async of({ id }: Actor): Promise<readonly string[]> {
    return ((await this.database.query(HELPERS, [id])) as { id: string }[]).map((row) => row.id);
  }
}
