import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { openPlatform, type Platform } from '@perspectief/assembly';
import { throwAwayDatabase } from '@perspectief/database/testing';
import type { Role } from '@perspectief/directory';
import { loginForEvaluation, prepareEvaluation } from '@perspectief/evaluation-register';
import { throwAwayKeys } from '@perspectief/privacy';

/** A platform, the schema of the evaluation, and a login of the evaluation's own, which goes with the database. */
export const preparedDatabase = async (people: readonly (readonly [id: string, role: Role])[]) => {
  const database = await throwAwayDatabase();
  const platform: Platform = await openPlatform({ databaseUrl: database.url, keys: throwAwayKeys() });
  for (const [id, role] of people) await platform.directory.put({ id, role, municipality: 'groningen', name: `Naam van ${id}`, ...(role === 'neighbourhood-coach' && { area: 'beijum' }) });
  // Twice, as every start does.
  for (let time = 0; time < 2; time += 1) await (await prepareEvaluation(database.url)).destroy();
  const login = { name: `evaluation_${randomBytes(4).toString('hex')}`, password: `only "for" this 'test' ${randomUUID()}` };
  const databaseUrl = await loginForEvaluation(database.url, login);
  const close = async (): Promise<void> => {
    await platform.close();
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    await owner.query(`drop role ${login.name}`);
    await owner.end();
    await database.drop();
  };
  return { platform, ownerUrl: database.url, databaseUrl, login, close };
};
