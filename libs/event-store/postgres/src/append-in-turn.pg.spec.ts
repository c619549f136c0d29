import { testServers } from '@perspectief/database/testing';
import { Conflict, type AppendRequest } from '@perspectief/event-store';
import { aRequest, anEvent } from '@perspectief/event-store/testing';
import { PostgresEventStore } from './postgres-event-store.js';
import { appendInTurnStatement } from './statements.js';
import { aLog, type ALog } from './testing/a-log.js';
import { Follower, openAppend, somebodyWaits } from './testing/interleaving.js';

type Row = [AppendRequest, ...AppendRequest[]];
const aRow = (stream: string, amount: number, from = 0): Row => {
  const nth = (n: number): AppendRequest => aRequest(stream, [anEvent({ n }), anEvent({ n })], { expected: from + 2 * n });
  return [nth(0), ...Array.from({ length: amount - 1 }, (_, n) => nth(n + 1))];
};

describe.each(testServers())('several commands to one stream in one transaction, on the $name', ({ url }) => {
  let log: ALog;
  beforeEach(async () => { log = await aLog(url); });
  afterEach(() => log.dispose());

  const versions = async (stream: string): Promise<number[]> => (await log.store.readStream(stream)).map((event) => event.streamVersion);

  test('the row, still open, is not passed by a reader', async () => {
    const [writer, follower] = [await log.connect(), new Follower(log.store)];
    await writer.query('begin');
    await writer.query(appendInTurnStatement(aRow('late-1', 3)));
    await log.store.append(aRequest('early-1'));
    expect(await follower.look()).toEqual([]);
    await writer.query('commit');
    expect(await follower.look()).toEqual([...Array.from({ length: 6 }, () => 'late-1'), 'early-1']);
  });

  test('trap 15: killed before the commit, nothing of the row is there, and sent again it is written once', async () => {
    const [writer, killer, row] = [await log.connect(), await log.connect(), aRow('pot-1', 3)];
    await writer.query('begin');
    await writer.query(appendInTurnStatement(row));
    await killer.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'");
    await expect(writer.query('commit')).rejects.toThrow();
    expect(await log.store.appendInTurn(row)).toHaveLength(3);
    expect(await versions('pot-1')).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('trap 15: killed after the commit and before the answer, each finds out by his command id, and nothing is written twice', async () => {
    const [writer, row] = [await log.connect(), aRow('pot-1', 3)];
    await writer.query(appendInTurnStatement(row));
    for (const request of row) expect(await log.store.append(request)).toMatchObject({ repeated: true });
    expect(await log.store.appendInTurn(row)).toMatchObject([{ repeated: true }]);
    expect(await versions('pot-1')).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('when the server breaks the connection under the row, the first one is found out alone and the others are not answered', async () => {
    const [holder, killer, row] = [await log.connect(), await log.connect(), aRow('pot-1', 3, 1)];
    await openAppend(holder, aRequest('pot-1'));
    const answer = log.store.appendInTurn(row);
    await somebodyWaits(killer);
    await killer.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
    await somebodyWaits(killer);
    await holder.query('commit');
    expect(await answer).toMatchObject([{ repeated: false, outcome: { accepted: { version: 3 } } }]);
    expect(await versions('pot-1')).toEqual([1, 2, 3]);
  });

  test('another process that holds the stream is waited for, and then the whole row is refused: it was decided on less', async () => {
    const [holder, other, row] = [await log.connect(), new PostgresEventStore(log.url), aRow('pot-1', 3)];
    await openAppend(holder, aRequest('pot-1'));
    const answer = other.appendInTurn(row).catch((error: unknown) => error);
    await somebodyWaits(await log.connect());
    await holder.query('commit');
    expect(await answer).toBeInstanceOf(Conflict);
    expect(await versions('pot-1')).toEqual([1]);
    await other.close();
  });

  test('another process that takes the second place while the row is on its way comes after the row', async () => {
    const [writer, other, row] = [await log.connect(), new PostgresEventStore(log.url), aRow('pot-1', 2)];
    await writer.query('begin');
    await writer.query(appendInTurnStatement(row));
    const between = other.append(aRequest('pot-1', [anEvent()], { expected: 2 })).catch((error: unknown) => error);
    await somebodyWaits(await log.connect());
    await writer.query('commit');
    expect(await between).toMatchObject({ name: 'Conflict', actual: 4 });
    expect(await versions('pot-1')).toEqual([1, 2, 3, 4]);
    await other.close();
  });
});
