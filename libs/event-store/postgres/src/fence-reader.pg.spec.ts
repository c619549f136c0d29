import { testServers } from '@perspectief/database/testing';
import { aRequest } from '@perspectief/event-store/testing';
import { PostgresEventStore } from './postgres-event-store.js';
import { read } from './schema/read.js';
import { aLog, type ALog } from './testing/a-log.js';
import { Follower, GATE, SLOW, closeGate, edited, openAppend, type Edit } from './testing/interleaving.js';

const lastNumber = 'select s.last_value - (not s.is_called)::integer into v from log.event_seq s;';
const lowestKey = read.slice(read.indexOf('select min('), read.indexOf('return least(v, m)'));
const guard = "if current_setting('transaction_isolation') <> 'read committed' then";
const cursorCheck = '  if p_after > 0 and not exists';
const gateBeforeRows: Edit = [cursorCheck, `  ${GATE}\n${cursorCheck}`];

describe.each(testServers())('the fence, reading side, on the $name', ({ url }) => {
  let log: ALog;
  beforeEach(async () => {
    log = await aLog(url);
    await log.store.append(aRequest('first-1'));
  });
  afterEach(() => log.dispose());

  const install = async (sql: string): Promise<void> => { await (await log.connect()).query(sql); };

  /** The reader stops between its first two looks; meanwhile one append begins, and a later one commits. */
  const betweenTheLooks = async (edits: readonly Edit[]): Promise<readonly string[]> => {
    await install(edited(read, edits));
    const slow = new PostgresEventStore({ connectionString: log.url, application_name: SLOW });
    const [writer, gate, follower] = [await log.connect(), await closeGate(await log.connect()), new Follower(slow)];
    const looking = follower.look();
    await gate.somebodyWaits();
    await openAppend(writer, aRequest('late-1'));
    await log.store.append(aRequest('early-1'));
    await gate.open();
    await looking;
    await writer.query('commit');
    await follower.look();
    await slow.close();
    return follower.seen;
  };

  test('the last number is looked at before the lowest announcement', async () => {
    expect(await betweenTheLooks([[lastNumber, `${lastNumber} ${GATE}`]])).toEqual(['first-1', 'late-1', 'early-1']);
  });

  test('the test bites: looked at in the other order, an event is lost', async () => {
    const swapped: Edit[] = [[lowestKey, ''], [lastNumber, `${lowestKey} ${GATE} ${lastNumber}`]];
    expect(await betweenTheLooks(swapped)).toEqual(['first-1', 'early-1']);
  });

  /** The reader stops after it was called, while an append is busy that commits before the reader goes on. */
  const afterTheCall = async (edits: readonly Edit[]): Promise<readonly string[]> => {
    await install(edited(read, edits));
    const slow = new PostgresEventStore({ connectionString: log.url, application_name: SLOW });
    const [writer, gate, follower] = [await log.connect(), await closeGate(await log.connect()), new Follower(slow)];
    await openAppend(writer, aRequest('late-1'));
    await log.store.append(aRequest('early-1'));
    const looking = follower.look();
    await gate.somebodyWaits();
    await writer.query('commit');
    await gate.open();
    await looking;
    await follower.look();
    await slow.close();
    return follower.seen;
  };

  test('each look has a snapshot of its own', async () => {
    expect(await afterTheCall([gateBeforeRows])).toEqual(['first-1', 'late-1', 'early-1']);
  });

  test('the test bites: in one snapshot (a stable function, or one statement) an event is lost', async () => {
    expect(await afterTheCall([gateBeforeRows, ['language plpgsql volatile', 'language plpgsql stable']])).toEqual(['first-1', 'early-1']);
  });

  /** The snapshot of the transaction is older than its look at the locks. */
  const repeatableRead = async (): Promise<readonly string[]> => {
    const [reader, writer, follower] = [await log.connect(), await log.connect(), new Follower(log.store)];
    await openAppend(writer, aRequest('late-1'));
    await log.store.append(aRequest('early-1'));
    await reader.query('begin isolation level repeatable read');
    await reader.query('select from log.events');
    await writer.query('commit');
    const { rows } = await reader.query<{ stream: string }>("select stream from log.read_all(0, '', 100)");
    await follower.look();
    return rows.map((row) => row.stream);
  };

  test('a transaction with one snapshot is refused, for reading and for writing', async () => {
    await expect(repeatableRead()).rejects.toMatchObject({ code: '25001' });
    const writer = await log.connect();
    await writer.query("set default_transaction_isolation = 'repeatable read'");
    await expect(openAppend(writer, aRequest('late-2'))).rejects.toMatchObject({ code: '25001' });
  });

  test('the test bites: without that guard the last row that is read stands beyond an event that was not', async () => {
    await install(edited(read, [[guard, 'if false then']]));
    expect(await repeatableRead()).toEqual(['first-1', 'early-1']);
  });

  test('nothing above the mark is read, and the mark moves on when the writer ends, however it ends', async () => {
    const [writer, follower] = [await log.connect(), new Follower(log.store)];
    await openAppend(writer, aRequest('gone-1'));
    await log.store.append(aRequest('early-1'));
    expect(await follower.look()).toEqual(['first-1']);
    expect(await log.store.head()).toMatch(/^0+1-/);
    await writer.query('rollback');
    expect(await follower.look()).toEqual(['first-1', 'early-1']);
  });

  test('a writer that is killed frees the readers', async () => {
    const [writer, other, follower] = [await log.connect(), await log.connect(), new Follower(log.store)];
    const { rows } = await writer.query<{ pid: number }>('select pg_backend_pid() as pid');
    await openAppend(writer, aRequest('gone-1'));
    await log.store.append(aRequest('early-1'));
    await other.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
    expect(await follower.look()).toEqual(['first-1', 'early-1']);
  });
});
