import type { Follow } from '@perspectief/privacy';
import { dropTablesBeside } from '@perspectief/runtime';

/** A rebuild that runs comes to the erasure by itself; one that nobody goes on with does not. */
const GO = `with gone as (delete from runtime.beside where state = 'kept' or updated_at < clock_timestamp() - interval '1 hour' returning projection)
  select projection from gone`;

/** Versions of read models that are no longer read are no longer told of an erasure either: they go. Going back then costs a rebuild. */
export const formerVersionsGo: Follow = async (_householdId, database) => {
  const gone = (await database.query(GO)) as readonly { readonly projection: string }[];
  for (const { projection } of gone) await dropTablesBeside(database, projection);
};
