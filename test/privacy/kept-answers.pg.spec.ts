import { openPlatform, type Platform } from '@perspectief/assembly';
import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { DIRECTORY_CHANGED } from '@perspectief/directory';
import { notFound } from '@perspectief/edge';
import { deriveId } from '@perspectief/kernel';
import { FORGETTING, throwAwayKeys } from '@perspectief/privacy';

const id = (word: string): string => deriveId('kept answers', word);
const [householdId, trajectoryId] = [id('household'), id('trajectory')];
const coach = { id: 'coach-1', role: 'neighbourhood-coach' };
let n = 0;

let database: ThrowAwayDatabase;
/** One that writes and forgets, and one that shows pages: two processes as far as memory goes. */
let [writer, shower]: Platform[] = [];
beforeAll(async () => {
  database = await throwAwayDatabase();
  const keys = throwAwayKeys();
  writer = await openPlatform({ databaseUrl: database.url, keys, poolSize: 4 });
  shower = await openPlatform({ databaseUrl: database.url, keys, poolSize: 4, denialTakes: 0 });
  await writer.directory.put({ ...coach, municipality: 'groningen', name: 'Coach 1', area: 'beijum' });
  await does('RegisterHousehold', { householdId, municipality: 'groningen', area: 'beijum', name: 'Gezin Jansen', address: 'Straat 1' });
  await does('OpenTrajectory', { trajectoryId, householdId, area: 'beijum', source: 'self' });
  await does('AssignCoach', { trajectoryId, coachId: coach.id });
  await owes('Woonbedrijf');
}, 60_000);
afterAll(async () => {
  await writer?.close();
  await shower?.close();
  await database.drop();
});

const does = async (type: string, data: object, actor = coach): Promise<void> => {
  const answer = await (writer as Platform).path.handle({ type, data, commandId: id(`command ${(n += 1)}`), happenedOn: '2025-01-10', actor });
  if ('refused' in answer) throw new Error(`${type}: ${answer.refused.code} ${answer.refused.field ?? ''}`);
  await (writer as Platform).projections.catchUp();
};
const owes = (creditor: string): Promise<void> =>
  does('RegisterDebt', { trajectoryId, debtId: id(creditor), creditor, claim: '10.00', rank: 'concurrent', treatment: 'included', kind: 'housing' });

let made = 0;
/** What the desk that shows pages keeps, by name. */
const keptThere = (): Map<string, unknown> => ((shower as Platform).desk as unknown as { readonly kept: { readonly kept: Map<string, unknown> } }).kept.kept;
const heardOf = (change: string): Promise<void> =>
  new Promise((resolve) => (shower as Platform).feed.onChange(({ projection }) => { if (projection === change) resolve(); }));

/** What the coach is shown, and how often the page was made for it. */
const asked = async (): Promise<{ readonly text: string; readonly made: number }> => {
  made = 0;
  const { desk, pages } = shower as Platform;
  const answer = await desk.question('trajectory', { id: trajectoryId }, { actor: coach }, async () => {
    made += 1;
    return (await pages.trajectory(trajectoryId)) ?? notFound('UNKNOWN_TRAJECTORY');
  });
  return { text: JSON.stringify(answer), made };
};
/** How many, each at a time of its own. */
const looks = async (): Promise<number> => ((await (shower as Platform).database.query(`select count(distinct started_at)::int as n from access.reader_log where action = 'read'`)) as { n: number }[])[0]?.n ?? 0;

test('a page that has not changed is not made again, and every time that it is given is a look', async () => {
  await asked();
  const { text } = await asked();
  const before = await looks();
  expect(await asked()).toEqual({ text, made: 0 });
  expect(text).toContain('Woonbedrijf');
  expect(await looks()).toBe(before + 1);
});

test('what another process wrote is on it at once', async () => {
  await owes('Energiebedrijf');
  const { text } = await asked();
  expect(text).toContain('Energiebedrijf');
  await asked();
  expect(await asked()).toEqual({ text, made: 0 });
});

test('what was forgotten while the look was written is not given, but made again', async () => {
  let forgets = true;
  (shower as Platform).readerLog.onLook(() => {
    if (forgets) keptThere().clear();
    forgets = false;
  });
  expect((await asked()).made).toBe(1);
  expect((await asked()).made).toBe(0);
});

test('whoever works in another municipality since is given nothing again', async () => {
  const put = async (municipality: string): Promise<void> => {
    const heard = heardOf(DIRECTORY_CHANGED);
    await (writer as Platform).directory.put({ ...coach, municipality, name: 'Coach 1', area: 'beijum' });
    await heard;
  };
  await put('haarlem');
  expect((await asked()).text).not.toContain('Woonbedrijf');
  await put('groningen');
  expect((await asked()).text).toContain('Woonbedrijf');
});

test('erased by another process, it is gone from this one, with nobody asking', async () => {
  await does('StopTrajectory', { trajectoryId, reason: 'moved', note: 'Verhuisd' });
  for (const _ of [1, 2]) await asked();
  expect(JSON.stringify([...keptThere()])).toContain('Energiebedrijf');
  const heard = heardOf(FORGETTING);
  await does('EraseHousehold', { householdId, reason: 'request-granted' }, { id: 'officer', role: 'privacy-officer' });
  await heard;
  expect(keptThere().size).toBe(0);
  expect((await asked()).text).not.toMatch(/bedrijf|Jansen/);
});
