import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { DataSource } from 'typeorm';
import { Directory, directoryEntities, directoryMigrations } from './index.js';

describe('the directory', () => {
  let database: ThrowAwayDatabase;
  let source: DataSource;
  let directory: Directory;

  beforeAll(async () => {
    database = await throwAwayDatabase();
    source = await new DataSource({ type: 'postgres', url: database.url, entities: directoryEntities, migrations: directoryMigrations }).initialize();
    await source.runMigrations();
    directory = new Directory(source);
  }, 60_000);

  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
  });

  const expert = {
    id: 'expert-1', municipality: 'groningen', role: 'experience-expert', name: 'Noor', qualification: 'certified',
    secrecySignedOn: '2023-01-10', conductCertificateOn: '2022-12-01', capacity: 4, area: 'beijum', active: true,
  } as const;

  test('gives back a person as put, with days as days', async () => {
    await directory.put(expert);
    expect(await directory.find(['expert-1'])).toEqual([expert]);
  });

  test('replaces what stood there: what is left out is gone', async () => {
    await directory.put({ id: 'coach-1', municipality: 'groningen', role: 'neighbourhood-coach', name: 'Sam', capacity: 3 });
    await directory.put({ id: 'coach-1', municipality: 'groningen', role: 'neighbourhood-coach', name: 'Sam de Boer' });
    expect(await directory.find(['coach-1'])).toEqual([
      { id: 'coach-1', municipality: 'groningen', role: 'neighbourhood-coach', name: 'Sam de Boer', active: true },
    ]);
  });

  test('a last day counts; from the day after, the person has left', async () => {
    let today = '2026-05-01';
    const dated = new Directory(source, undefined, () => today);
    for (const [id, until] of [['leaver', '2026-05-01'], ['stayer', undefined]] as const) await dated.put({ ...expert, municipality: 'haren', id, until });
    await dated.put({ ...expert, municipality: 'haren', id: 'gone', active: false, until: '2026-12-31' });
    const asked = async () => {
      const ids = async (active?: boolean) => (await dated.page({ municipality: 'haren', active }, 9)).items.map(({ id }) => id);
      return [(await dated.find(['leaver']))[0]?.active, await ids(true), await ids(false), await ids(), (await dated.page({ municipality: 'haren', active: true }, 9, 'leaver')).total];
    };
    expect(await asked()).toEqual([true, ['leaver', 'stayer'], ['gone'], ['gone', 'leaver', 'stayer'], 2]);
    today = '2026-05-02';
    expect(await asked()).toEqual([false, ['stayer'], ['gone', 'leaver'], ['gone', 'leaver', 'stayer'], 1]);
    await source.query(`delete from directory.people where municipality = 'haren'`);
  });

  test('leaves out whom it does not know', async () => {
    expect(await directory.find(['nobody', 'coach-1', 'coach-1'])).toHaveLength(1);
    expect(await directory.find([])).toEqual([]);
  });

  test('lists everyone, or one municipality', async () => {
    expect((await directory.all()).map(({ id }) => id)).toEqual(['coach-1', 'expert-1']);
    expect(await directory.all('haarlem')).toEqual([]);
  });

  test('keeps areas and teams', async () => {
    await directory.putArea({ code: 'beijum', municipality: 'groningen', name: 'Beijum' });
    await directory.putTeam({ id: 'team-beijum', municipality: 'groningen', area: 'beijum', name: 'Wij Beijum' });
    expect(await directory.areas()).toEqual([{ code: 'beijum', municipality: 'groningen', name: 'Beijum' }]);
    expect(await directory.teams()).toEqual([{ id: 'team-beijum', municipality: 'groningen', area: 'beijum', name: 'Wij Beijum' }]);
  });

  test('keeps a role that only a story knows: what it may do is for the access policy', async () => {
    await directory.put({ ...expert, id: 'x', role: 'team-leader' as never });
    expect(await directory.find(['x'])).toMatchObject([{ role: 'team-leader' }]);
  });
});
