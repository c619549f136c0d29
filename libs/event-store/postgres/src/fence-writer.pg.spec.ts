import { testServers } from '@perspectief/database/testing';
import { aRequest } from '@perspectief/event-store/testing';
import { append } from './schema/append.js';
import { migrateLog } from './schema/migrate-log.js';
import { aLog, type ALog } from './testing/a-log.js';
import { Follower, GATE, SLOW, closeGate, edited, openAppend, somebodyWaits, type Edit } from './testing/interleaving.js';

const announcement = "held := pg_advisory_xact_lock_shared((7::bigint << 48) | coalesce(pg_sequence_last_value('log.event_seq'), 0)) is null;";
const streamLock = 'held := pg_advisory_xact_lock(1, hashtext(p_stream)) is null;';
const ending = 'return have || drawn;';
const tooHigh = (by: number): Edit => ["coalesce(pg_sequence_last_value('log.event_seq'), 0)", `coalesce(pg_sequence_last_value('log.event_seq'), 0) + ${by}`];

describe.each(testServers())('the fence, writing side, on the $name', ({ url }) => {
  let log: ALog;
  beforeEach(async () => { log = await aLog(url); });
  afterEach(() => log.dispose());

  const install = async (sql: string): Promise<void> => { await (await log.connect()).query(sql); };

  /** The first writer has drawn its number and is still busy when a second one commits and a reader looks. */
  const lateCommit = async (edits: readonly Edit[]): Promise<readonly string[]> => {
    await install(edited(append, edits));
    const [writer, follower] = [await log.connect(), new Follower(log.store)];
    await openAppend(writer, aRequest('late-1'));
    await log.store.append(aRequest('early-1'));
    await follower.look();
    await writer.query('commit');
    return follower.look();
  };

  test('an append that commits late is not passed', async () => {
    expect(await lateCommit([])).toEqual(['late-1', 'early-1']);
  });

  test.each<{ mutant: string; edits: readonly Edit[] }>([
    { mutant: 'announced not at all', edits: [[announcement, '']] },
    { mutant: 'announced two too high', edits: [tooHigh(2)] },
  ])('the test bites: $mutant, it is lost', async ({ edits }) => {
    expect(await lateCommit(edits)).toEqual(['early-1']);
  });

  test('announced one too high, only the rule that the cursor is a row and never the mark saves the reader', async () => {
    expect(await lateCommit([tooHigh(1)])).toEqual(['late-1', 'early-1']);
    const [writer, reader] = [await log.connect(), await log.connect()];
    await openAppend(writer, aRequest('late-2'));
    const { rows } = await reader.query<{ behind: boolean }>('select log.mark() >= max(position) + 1 as behind from log.events');
    await writer.query('commit');
    expect(rows[0]?.behind).toBe(true);
  });

  /** A slow writer stops between its insert and its end, outside any order that it chose itself. */
  const stoppedAtTheEnd = async (edits: readonly Edit[]): Promise<readonly string[]> => {
    await install(edited(append, edits));
    const [writer, gate, follower] = [await log.connect(), await closeGate(await log.connect()), new Follower(log.store)];
    await writer.query(`set application_name = '${SLOW}'`);
    const late = openAppend(writer, aRequest('late-1'));
    await gate.somebodyWaits();
    await log.store.append(aRequest('early-1'));
    await follower.look();
    await gate.open();
    await late;
    await writer.query('commit');
    return follower.look();
  };

  test('announced before the draw, a writer that stops after its insert is not passed', async () => {
    expect(await stoppedAtTheEnd([[ending, `${GATE} ${ending}`]])).toEqual(['late-1', 'early-1']);
  });

  test('the test bites: announced after the draw, it is lost', async () => {
    expect(await stoppedAtTheEnd([[announcement, ''], [ending, `${GATE} ${announcement} ${ending}`]])).toEqual(['early-1']);
  });

  /** Two writers of one stream; the slow one stops before it has the stream. Answers the positions by version. */
  const stoppedBeforeTheStream = async (edits: readonly Edit[]): Promise<string[]> => {
    await install(edited(append, edits));
    const [writer, gate] = [await log.connect(), await closeGate(await log.connect())];
    await writer.query(`set application_name = '${SLOW}'`);
    const slow = openAppend(writer, aRequest('trajectory-1')).then(() => writer.query('commit'));
    await gate.somebodyWaits();
    await log.store.append(aRequest('trajectory-1'));
    await gate.open();
    await slow;
    return (await log.store.readStream('trajectory-1')).map((event) => event.position);
  };

  test('in a stream, the order of positions is the order of versions', async () => {
    const positions = await stoppedBeforeTheStream([[streamLock, `${GATE} ${streamLock}`]]);
    expect(positions).toHaveLength(2);
    expect(positions).toEqual([...positions].sort());
  });

  test('the test bites: drawn before the stream was locked, version two stands before version one', async () => {
    const positions = await stoppedBeforeTheStream([
      ['held boolean;', "held boolean; kept constant bigint := nextval('log.event_seq');"],
      [streamLock, `${GATE} ${streamLock}`],
      ['if amount = 1 then\n    insert into log.events (stream,', 'if amount = 1 then\n    insert into log.events (position, stream,'],
      ['values (p_stream, have + 1', 'overriding system value values (kept, p_stream, have + 1'],
    ]);
    expect(positions).toEqual([...positions].sort().reverse());
  });

  /** A second writer of the stream comes while the first has not committed. */
  const secondWriter = async (edits: readonly Edit[]): Promise<unknown> => {
    await install(edited(append, edits));
    const writer = await log.connect();
    await openAppend(writer, aRequest('trajectory-1'));
    const second = log.store.append(aRequest('trajectory-1')).catch((error: Error) => error.name);
    await somebodyWaits(await log.connect());
    await writer.query('commit');
    return second;
  };

  test('the stream is held until the first writer is visible, and the second one comes after it', async () => {
    expect(await secondWriter([])).toMatchObject({ outcome: { accepted: { version: 2 } } });
  });

  test('the test bites: with the stream released early the second writer takes the same version, and only the unique index stops it', async () => {
    const early: Edit[] = [['held := pg_advisory_xact_lock(1,', 'held := pg_advisory_lock(1,'], [ending, `perform pg_advisory_unlock(1, hashtext(p_stream)); ${ending}`]];
    expect(await secondWriter(early)).toBe('Conflict');
  });

  test('an announcement that a savepoint took back is made again by the next append', async () => {
    const [writer, follower] = [await log.connect(), new Follower(log.store)];
    await writer.query('begin; savepoint attempt');
    await writer.query("select log.append('gone-1', -1, gen_random_uuid(), 'h', 'a', 'r', gen_random_uuid(), gen_random_uuid(), 'm', null, array[gen_random_uuid()], '{T}', '{1}', '{2024-01-01}', '[{}]')");
    await writer.query('rollback to savepoint attempt');
    await openAppend(writer, aRequest('late-1'));
    await log.store.append(aRequest('early-1'));
    await follower.look();
    await writer.query('commit');
    expect(await follower.look()).toEqual(['late-1', 'early-1']);
  });

  const byHand = (position: string, overriding: string): string => `insert into log.events (position, stream, stream_version, id, type, schema_version, data, happened_on, actor_id, actor_role, command_id, correlation_id, causation_id, municipality)
    ${overriding} values (${position}, 'late-1', 1, gen_random_uuid(), 'T', 1, '{}', '2024-01-01', 'a', 'r', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'm')`;

  test('the test bites: a number kept over a savepoint that took the announcement back is lost', async () => {
    const [writer, follower] = [await log.connect(), new Follower(log.store)];
    await writer.query('begin; savepoint attempt');
    await writer.query('select pg_advisory_xact_lock_shared(7::bigint << 48)');
    const { rows } = await writer.query<{ kept: string }>("select nextval('log.event_seq') as kept");
    await writer.query('rollback to savepoint attempt');
    await writer.query(byHand(rows[0]?.kept ?? '', 'overriding system value'));
    await log.store.append(aRequest('early-1'));
    await follower.look();
    await writer.query('commit');
    expect(await follower.look()).toEqual(['early-1']);
  });

  test('which is why the table refuses a number that was drawn elsewhere', async () => {
    const client = await log.connect();
    await expect(client.query(byHand('77', ''))).rejects.toMatchObject({ code: '428C9' });
  });

  /** Two sessions in turn; with numbers in store the first one draws below what was read. */
  const inTurn = async (): Promise<readonly string[]> => {
    const [one, other, follower] = [await log.connect(), await log.connect(), new Follower(log.store)];
    for (const [client, stream] of [[one, 'a-1'], [other, 'b-1'], [one, 'c-1']] as const) {
      await openAppend(client, aRequest(stream));
      await client.query('commit');
      await follower.look();
    }
    return follower.seen;
  };

  test('sessions in turn are read in turn', async () => {
    expect(await inTurn()).toEqual(['a-1', 'b-1', 'c-1']);
  });

  test('the test bites: with CACHE 10 an event is lost, and the migration refuses such a sequence', async () => {
    const client = await log.connect();
    await client.query('alter sequence log.event_seq cache 10');
    expect(await inTurn()).toEqual(['a-1', 'b-1']);
    await expect(migrateLog(client)).rejects.toThrow('CACHE 1');
  });
});
