import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { Directory, directoryEntities, directoryMigrations } from '@perspectief/directory';
import type { EdgeContext } from '@perspectief/edge';
import { Looks, ReaderLog, readerLogMigrations } from '@perspectief/reader-log';
import { DataSource } from 'typeorm';
import { DirectoryMutations } from './directory-mutations.js';
import { DirectoryQueries, type PeopleArgs } from './directory-queries.js';
import { Administration, OwnHelpers, OwnResidents } from './index.js';

class OneHelper extends OwnHelpers {
  of(): Promise<readonly string[]> {
    return Promise.resolve(['coach-1']);
  }
}

class OneResident extends OwnResidents {
  of(_coach: unknown, ids: readonly string[]): Promise<readonly string[]> {
    return Promise.resolve(ids.filter((id) => id === 'resident-1'));
  }
}

let database: ThrowAwayDatabase;
let source: DataSource;
let log: ReaderLog;
let queries: DirectoryQueries;
let mutations: DirectoryMutations;
beforeAll(async () => {
  database = await throwAwayDatabase();
  const migrations = [...directoryMigrations, ...readerLogMigrations];
  source = await new DataSource({ type: 'postgres', url: database.url, entities: directoryEntities, migrations }).initialize();
  await source.runMigrations();
  const directory = new Directory(source);
  for (const [id, role, municipality] of [
    ['admin-1', 'administrator', 'groningen'], ['admin-2', 'administrator', 'haarlem'], ['coach-1', 'neighbourhood-coach', 'groningen'],
    ['coach-2', 'neighbourhood-coach', 'groningen'], ['resident-1', 'household-member', 'groningen'], ['resident-2', 'household-member', 'groningen'],
  ] as const)
    await directory.put({ id, role, municipality, name: `Name of ${id}` });
  await directory.putArea({ code: 'beijum', municipality: 'groningen', name: 'Beijum' });
  await directory.putArea({ code: 'haren', municipality: 'groningen', name: 'Haren' });
  await directory.putTeam({ id: 'team-haren', municipality: 'groningen', area: 'haren', name: 'Haren' });
  log = new ReaderLog({ databaseUrl: database.url });
  mutations = new DirectoryMutations(new Administration(directory, log, () => '2026-05-01T12:00:00.000Z'), directory);
  queries = new DirectoryQueries(directory, new OneHelper(), new OneResident());
}, 60_000);
afterAll(async () => {
  await log?.close();
  await source?.destroy();
  await database?.drop();
});

const roleOf: Readonly<Record<string, string>> = { admin: 'administrator', coach: 'neighbourhood-coach', resident: 'household-member' };
const as = (id: string): EdgeContext => ({ actor: { id, role: roleOf[id.split('-')[0] ?? ''] ?? '' } });
const expert = { id: 'expert-1', role: 'experience-expert', name: 'Noor', qualification: 'certified', secrecySignedOn: '2026-01-10', conductCertificateOn: '2026-02-01', capacity: 4, area: 'haren', team: 'team-haren', until: '2099-12-31' };

describe('changes', () => {
  test('an administrator puts a person, and the reader log says so', async () => {
    expect(await mutations.putPerson(expert, as('admin-1'))).toMatchObject({ position: null });
    const { items } = await new Looks(source).page({ personId: 'admin-1' }, 1);
    expect(items).toEqual([expect.objectContaining({ action: 'write', what: 'PutPerson', purpose: 'administration', about: 'expert-1', householdIds: [] })]);
  });

  test.each([
    ['UNKNOWN_AREA', { area: 'nowhere' }],
    ['UNKNOWN_TEAM', { team: 'nowhere' }],
    ['TEAM_OF_ANOTHER_AREA', { area: 'beijum' }],
    ['NAME_MISSING', { name: undefined }],
    ['NOT_AN_EXPERT', { role: 'neighbourhood-coach' }],
    ['NAME_NOT_KEPT', { role: 'household-member', qualification: undefined, capacity: undefined }],
    ['IN_THE_FUTURE', { conductCertificateOn: '2026-05-02' }],
    ['OWN_RECORD', { id: 'admin-1' }],
    ['OTHER_MUNICIPALITY', { id: 'admin-2' }],
    ['INVALID_INPUT', { role: 'emperor' }],
    ['INVALID_INPUT', { capacity: -1 }],
    ['INVALID_INPUT', { salary: '1.00' }],
  ])('%s is said no to, and nothing changes', async (code, more) => {
    expect(await mutations.putPerson({ ...expert, ...more }, as('admin-1'))).toMatchObject({ code });
    expect(await new Directory(source).find(['admin-1'])).toMatchObject([{ role: 'administrator' }]);
  });

  test('the last privacy officer who stays is not taken away; with a second one, either may go', async () => {
    const officer = { id: 'officer-1', role: 'privacy-officer', name: 'Olga' };
    const put = (more: object) => mutations.putPerson({ ...officer, ...more }, as('admin-1'));
    const [done, last] = [{ position: null }, { code: 'LAST_OFFICER', field: 'id' }];
    for (const more of [{}, { name: 'Olga B.' }, { id: 'officer-2', until: '2099-12-31' }, { id: 'officer-3', active: false }]) expect(await put(more)).toMatchObject(done);
    for (const more of [{ active: false }, { until: '2099-12-31' }, { role: 'administrator' }]) expect(await put(more)).toMatchObject(last);
    expect(await new Directory(source).find(['officer-1'])).toEqual([expect.objectContaining({ role: 'privacy-officer', active: true, name: 'Olga B.' })]);
    expect(await put({ id: 'officer-2' })).toMatchObject(done);
    expect(await put({ active: false })).toMatchObject(done);
    expect(await put({ id: 'officer-2', active: false })).toMatchObject(last);
    for (const id of ['officer-1', 'officer-2', 'officer-3']) await source.query('delete from directory.people where id = $1', [id]);
  });

  test('a resident is put without a name, for that stands in the file', async () => {
    expect(await mutations.putPerson({ id: 'resident-3', role: 'household-member' }, as('admin-1'))).toMatchObject({ position: null });
    expect(await new Directory(source).find(['resident-3'])).toMatchObject([{ name: 'Inwoner' }]);
  });

  test('teams stand in areas that are there, areas have plain codes', async () => {
    expect(await mutations.putTeam({ id: 'team-x', name: 'X', area: 'nowhere' }, as('admin-1'))).toMatchObject({ code: 'UNKNOWN_AREA' });
    expect(await mutations.putArea({ code: 'Ten Boer', name: 'Ten Boer' }, as('admin-1'))).toMatchObject({ code: 'AREA_CODE_NOT_PLAIN' });
    expect(await mutations.putArea({ code: 'ten-boer', name: 'Ten Boer' }, as('admin-1'))).toMatchObject({ position: null });
    expect(await mutations.putTeam({ id: 'team-x', name: 'X', area: 'ten-boer' }, as('admin-1'))).toMatchObject({ position: null });
  });

  test.each([
    ['a coach', as('coach-1')],
    ['a resident', as('resident-1')],
    ['who says to be an administrator and is not', { actor: { id: 'coach-1', role: 'administrator' } }],
  ])('%s changes nothing', async (_, context) => {
    await expect(mutations.putPerson(expert, context)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    await expect(mutations.putTeam({ id: 't', name: 'T', area: 'haren' }, context)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    await expect(mutations.putArea({ code: 'a', name: 'A' }, context)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });

  test('what cannot be written to the reader log is not done', async () => {
    const broken = new ReaderLog({ databaseUrl: 'postgresql://postgres@127.0.0.1:1/none' });
    const directory = new Directory(source);
    const without = new DirectoryMutations(new Administration(directory, broken), directory);
    await expect(without.putPerson({ ...expert, name: 'Changed' }, as('admin-1'))).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
    expect(await directory.find(['expert-1'])).toMatchObject([{ name: 'Noor' }]);
    await broken.close();
  });
});

describe('names', () => {
  const people = async (args: Partial<PeopleArgs>, who: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const answer = (await queries.people({ first: 50, ...args }, as(who))) as { edges: readonly { node: Record<string, unknown> }[] };
    return answer.edges.map(({ node }) => node);
  };
  const ids = async (args: Partial<PeopleArgs>, who: string) => (await people(args, who)).map(({ id }) => id);

  test('staff see staff of their municipality, and no resident', async () => {
    expect(await ids({}, 'coach-1')).toEqual(['admin-1', 'coach-1', 'coach-2', 'expert-1']);
    expect(await ids({ roles: ['household-member'] }, 'coach-1')).toEqual([]);
    expect(await ids({ ids: ['coach-2', 'admin-2', 'resident-2', 'nobody'] }, 'coach-1')).toEqual(['coach-2']);
  });

  test('a coach finds an own resident by the code; nobody else does, and no resident of others is found', async () => {
    expect(await ids({ ids: ['resident-1', 'resident-2'] }, 'coach-1')).toEqual(['resident-1']);
    expect(await ids({ ids: ['resident-2'] }, 'coach-1')).toEqual([]);
    expect(await ids({ ids: ['resident-1'] }, 'admin-1')).toEqual([]);
    expect(await ids({ ids: ['resident-2'] }, 'resident-1')).toEqual([]);
  });

  test('a resident sees who helps, and the own name', async () => {
    expect(await ids({}, 'resident-1')).toEqual(['coach-1']);
    expect(await ids({ ids: ['coach-1', 'coach-2', 'admin-1', 'resident-1', 'resident-2'] }, 'resident-1')).toEqual(['coach-1', 'resident-1']);
  });

  test('dates of secrecy and conduct, and the last day, are for administrators', async () => {
    expect(await people({ ids: ['expert-1'] }, 'admin-1')).toEqual([expect.objectContaining({ conductCertificateOn: '2026-02-01', until: '2099-12-31', capacity: 4 })]);
    const [seen] = await people({ ids: ['expert-1'] }, 'coach-1');
    expect(seen).toMatchObject({ capacity: 4, qualification: 'certified' });
    for (const date of ['secrecySignedOn', 'conductCertificateOn', 'until']) expect(seen).not.toHaveProperty(date);
  });

  test('pages add up', async () => {
    const first = (await queries.people({ first: 3 }, as('coach-1'))) as { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } };
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    expect(await ids({ first: 3, cursor: first.pageInfo.endCursor }, 'coach-1')).toEqual(['expert-1']);
  });

  test('who is not signed in, or not known, reads nothing', async () => {
    await expect(queries.people({ first: 5 }, {})).rejects.toMatchObject({ extensions: { code: 'NOT_SIGNED_IN' } });
    await expect(queries.teams({ first: 5 }, as('coach-99'))).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });
});
