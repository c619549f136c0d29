import { deriveId } from '@perspectief/kernel';
import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { DataSource } from 'typeorm';
import { forgetOldLooks, Looks, Outdated, processingRecordOf, ReaderLog, readerLogMigrations, Visits, type Look } from './index.js';

const coach = { id: 'coach-1', role: 'neighbourhood-coach' };
const counsellor = { id: 'counsellor-1', role: 'debt-counsellor' };
const household = (n: number): string => deriveId('household', n);
const look = (more: Partial<Look> = {}): Look => ({
  person: coach, action: 'read', what: 'trajectory', householdIds: [household(1)], purpose: 'support', ...more,
});

let database: ThrowAwayDatabase;
let source: DataSource;
let log: ReaderLog;
beforeAll(async () => {
  database = await throwAwayDatabase();
  source = await new DataSource({ type: 'postgres', url: database.url, migrations: readerLogMigrations }).initialize();
  await source.runMigrations();
  log = new ReaderLog({ databaseUrl: database.url });
}, 60_000);
afterAll(async () => {
  await log?.close();
  await source?.destroy();
  await database?.drop();
});

describe('writing', () => {
  test('a look is there when record() answers, with all that was said of it', async () => {
    const trajectoryId = deriveId('trajectory');
    await log.record(look({ householdIds: [household(2)], trajectoryIds: [trajectoryId], law: 'schuldhulp', asOf: '2024-05-01' }));
    const { items } = await new Looks(source).page({ householdId: household(2) }, 10);
    expect(items).toEqual([
      expect.objectContaining({
        person: coach, action: 'read', what: 'trajectory', purpose: 'support', law: 'schuldhulp', asOf: '2024-05-01',
        householdIds: [household(2)], trajectoryIds: [trajectoryId], traceId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      }),
    ]);
  });

  test('looks that come together share a statement, and all are there', async () => {
    await Promise.all(Array.from({ length: 1_200 }, (_, n) => log.record(look({ householdIds: [household(3)], what: `page-${n}` }))));
    const [row] = (await source.query('select count(*)::int as n, count(distinct what)::int as whats, count(distinct xmin::text)::int as commits from access.reader_log where what like $1', ['page-%'])) as Record<string, number>[];
    expect(row).toMatchObject({ n: 1_200, whats: 1_200 });
    expect(row?.['commits']).toBeLessThan(20);
  });

  test('a list names all its households, each of which finds it', async () => {
    const many = Array.from({ length: 200 }, (_, n) => household(1_000 + n));
    await log.record(look({ action: 'listed', what: 'households', householdIds: many }));
    for (const id of [many[0], many[199]]) expect((await new Looks(source).page({ householdId: id }, 10)).items).toHaveLength(1);
  });

  test('what cannot be stored does not take the looks of others with it', async () => {
    const odd = look({ person: { id: 'a\u0000b', role: '\ud800' }, householdIds: ['not-an-id', household(4)], asOf: 'tomorrow', purpose: 'x'.repeat(9_000), traceId: 'short' });
    await Promise.all([log.record(odd), log.record(look({ householdIds: [household(4)] }))]);
    expect((await new Looks(source).page({ householdId: household(4) }, 10)).items).toHaveLength(2);
  });

  test('a look that rests on a stream which has grown since is not written, and says so; what came with it is', async () => {
    await source.query(`create schema log; create table log.events (stream text, stream_version int);
      insert into log.events select 'stood', generate_series(1, 3); insert into log.events select 'grown', generate_series(1, 4)`);
    const stood = { stream: 'stood', version: 3 };
    const rests = [[], [stood], [{ stream: 'nowhere', version: 0 }], [stood, { stream: 'grown', version: 3 }], [{ stream: 'nowhere', version: 1 }]];
    const on = (id: string) => (seen: typeof rests[number], n: number) => log.record(look({ householdIds: [id], what: `on ${n}` }), seen);
    const together = await Promise.allSettled(rests.map(on(household(8))));
    const alone: PromiseSettledResult<void>[] = [];
    for (const [n, seen] of rests.entries()) alone.push(...(await Promise.allSettled([on(household(9))(seen, n)])));
    for (const [looks, id] of [[together, household(8)], [alone, household(9)]] as const) {
      expect(looks.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
      expect(looks[3]).toMatchObject({ reason: expect.any(Outdated) as unknown });
      expect((await new Looks(source).page({ householdId: id }, 10)).items.map(({ what }) => what).sort()).toEqual(['on 0', 'on 1', 'on 2']);
    }
  });

  test('a look by a session that has ended is not written, alone and among others', async () => {
    await source.query(`create table access.sessions (key text); insert into access.sessions values ('runs')`);
    const stood = [{ stream: 'stood', version: 3 }];
    const by = (session: string | undefined, seen?: typeof stood) => log.record(look({ householdIds: [household(10)], what: session ?? 'token' }), seen, session);
    const together = await Promise.allSettled([by(undefined), by('runs', stood), by('ended', stood), by('ended'), by('runs')]);
    const alone = [await Promise.allSettled([by('runs', stood)]), await Promise.allSettled([by('ended', stood)]), await Promise.allSettled([by('ended')]), await Promise.allSettled([by('runs')])].flat();
    expect(together.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(alone.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect((await new Looks(source).page({ householdId: household(10) }, 10)).items.map(({ what }) => what).sort()).toEqual(['runs', 'runs', 'runs', 'runs', 'token']);
  });

  test('without a database record() fails as Unavailable', async () => {
    const lost = new ReaderLog({ databaseUrl: 'postgresql://postgres@127.0.0.1:1/none' });
    await expect(lost.record(look())).rejects.toMatchObject({ name: 'Unavailable' });
    await lost.close();
  });

  test('when too many wait, further looks fail at once and the others are still written', async () => {
    const short = new ReaderLog({ databaseUrl: database.url, longestQueue: 2 });
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => short.record(look({ householdIds: [household(5)] }))));
    await short.close();
    expect(tries.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected', 'rejected']);
    expect((await new Looks(source).page({ householdId: household(5) }, 10)).items).toHaveLength(2);
  });
});

describe('the guard', () => {
  test.each([
    ['change', `update access.reader_log set person_id = 'nobody'`],
    ['take away', 'delete from access.reader_log'],
    ['empty', 'truncate access.reader_log'],
    ['unlink', 'delete from access.reader_log_households'],
    ['empty the links', 'truncate access.reader_log_households'],
  ])('nobody can %s what was written', async (_, statement) => {
    await log.record(look());
    await expect(source.query(statement)).rejects.toThrow('append-only');
  });

  test('retention takes what is older than its term, and nothing younger', async () => {
    await log.record(look({ householdIds: [household(6)], startedAt: '2019-03-01T10:00:00.000Z' }));
    await log.record(look({ householdIds: [household(6)], startedAt: '2019-03-03T10:00:00.000Z' }));
    expect(await forgetOldLooks(source, '2024-03-02')).toBe(1);
    expect((await new Looks(source).page({ householdId: household(6) }, 10)).items.map(({ startedAt }) => startedAt)).toEqual(['2019-03-03T10:00:00.000Z']);
    await expect(source.query('delete from access.reader_log')).rejects.toThrow('append-only');
  });
});

describe('reading', () => {
  const at = (startedAt: string, more: Partial<Look> = {}): Look => look({ householdIds: [household(7)], startedAt, ...more });

  beforeAll(async () => {
    for (const one of [
      at('2024-05-01T08:00:00.000Z'), at('2024-05-01T09:00:00.000Z'), at('2024-05-01T10:00:00.000Z', { what: 'AgreePlan', action: 'write' }),
      at('2024-05-01T09:30:00.000Z', { person: counsellor, purpose: 'debt-help' }),
      // Half past eleven in Amsterdam, but the day before in Greenwich.
      at('2024-05-02T22:30:00.000Z', { person: counsellor, action: 'break-glass', purpose: 'crisis' }),
      at('2024-05-10T08:00:00.000Z', { person: counsellor, action: 'denied', what: 'timeline' }),
    ]) await log.record(one);
  });

  test('a household reads one line for each person and day, newest first, with the deeds inside', async () => {
    const { items, hasNext } = await new Visits(source).page(household(7), 10);
    expect(hasNext).toBe(false);
    expect(items.map(({ day, person, deeds }) => [day, person.id, deeds.map(({ action, what, times }) => `${action} ${what} ${times}`)])).toEqual([
      ['2024-05-10', 'counsellor-1', ['denied timeline 1']],
      ['2024-05-03', 'counsellor-1', ['break-glass trajectory 1']],
      ['2024-05-01', 'coach-1', ['read trajectory 2', 'write AgreePlan 1']],
      ['2024-05-01', 'counsellor-1', ['read trajectory 1']],
    ]);
  });

  test.each([1, 2, 3])('pages of %s add up to the whole', async (first) => {
    const visits = new Visits(source);
    const seen: string[] = [];
    for (let place: Parameters<Visits['page']>[2]; ; ) {
      const { items, hasNext } = await visits.page(household(7), first, place);
      seen.push(...items.map(({ day, person }) => `${day} ${person.id}`));
      const last = items.at(-1);
      if (!hasNext || !last) break;
      place = { day: last.day, firstLook: last.firstLook };
    }
    expect(seen).toEqual(['2024-05-10 counsellor-1', '2024-05-03 counsellor-1', '2024-05-01 coach-1', '2024-05-01 counsellor-1']);
  });

  test('an officer narrows by person, action and period', async () => {
    const looks = new Looks(source);
    const found = async (filter: object): Promise<number> => (await looks.page({ householdId: household(7), ...filter }, 100)).items.length;
    expect(await found({ personId: 'counsellor-1' })).toBe(3);
    expect(await found({ actions: ['denied', 'break-glass'] })).toBe(2);
    expect(await found({ from: '2024-05-03', until: '2024-05-03' })).toBe(1);
    expect(await found({ until: '2024-05-02' })).toBe(4);
  });

  test('an export gives everything once, also past one page', async () => {
    const ids: string[] = [];
    for await (const { id } of new Looks(source).all({ householdId: household(3) })) ids.push(id);
    expect(new Set(ids).size).toBe(1_200);
    expect(ids).toHaveLength(1_200);
  });

  test('a look has the shape of Logboek Dataverwerkingen', async () => {
    const { items } = await new Looks(source).page({ householdId: household(7), actions: ['denied'] }, 1);
    expect(items.map(processingRecordOf)).toEqual([
      expect.objectContaining({
        name: 'timeline', status_code: 'ERROR', start_time: '2024-05-10T08:00:00.000Z',
        attributes: expect.objectContaining({ 'dpl.core.processing_activity_id': 'urn:perspectief:processing-activity:integrated-support', 'dpl.core.data_subject_id': [household(7)] }) as object,
      }),
    ]);
  });
});
