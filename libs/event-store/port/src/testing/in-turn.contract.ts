import { CommandReused, Conflict } from '../errors.js';
import type { AppendRequest, Receipt } from '../event-store.js';
import type { Given } from './contract.js';
import { aCommand, aRequest, aStream, anEvent } from './samples.js';

type Row = readonly [AppendRequest, ...AppendRequest[]];

/** Commands on one stream, each decided on what the one before leaves. */
const aRow = (stream: string, amount: number, from = 0): Row => {
  const following = (n: number): AppendRequest => aRequest(stream, [anEvent({ n })], { expected: from + n });
  return [following(0), ...Array.from({ length: amount - 1 }, (_, n) => following(n + 1))];
};

const replaced = ([first, ...others]: Row, place: number, by: AppendRequest): Row => [first, ...others.map((request, n) => (n + 1 === place ? by : request))];

const versionsOf = (receipts: readonly Receipt[]): number[] => receipts.map(({ outcome }) => ('accepted' in outcome ? outcome.accepted.version : -1));

export const inTurn = (given: Given): void => {
  /** Whatever broke: the receipts are those of what was written, one at least, and nothing else was written. */
  const writesTheBeginning = async (row: Row, atMost: number): Promise<readonly Receipt[]> => {
    const before = (await given().readStream(row[0].stream)).length;
    const receipts = await given().appendInTurn(row);
    expect(receipts.length).toBeGreaterThanOrEqual(1);
    expect(receipts.length).toBeLessThanOrEqual(atMost);
    const stored = (await given().readStream(row[0].stream)).slice(before);
    expect(stored.map(({ commandId }) => commandId)).toEqual(row.slice(0, receipts.length).map(({ command }) => command.id));
    for (const { command } of row.slice(receipts.length).filter(({ stream }) => stream === row[0].stream)) {
      const known = await given().outcomeOf({ id: command.id, hash: command.hash }).catch(() => undefined);
      if (known) expect('accepted' in known && known.accepted.version).toBeLessThanOrEqual(before);
    }
    return receipts;
  };

  describe('several commands to one stream, in turn', () => {
    test('each hears its own receipt, and stands where it was decided', async () => {
      const row = aRow(aStream(), 5);
      const receipts = await given().appendInTurn(row);
      expect(versionsOf(receipts)).toEqual([1, 2, 3, 4, 5]);
      expect(receipts.every(({ repeated }) => !repeated)).toBe(true);
      const stored = await given().readStream(row[0].stream);
      expect(stored.map(({ commandId }) => commandId)).toEqual(row.map(({ command }) => command.id));
      expect(receipts.flatMap(({ outcome }) => ('accepted' in outcome ? outcome.accepted.positions : []))).toEqual(stored.map(({ position }) => position));
      for (const [n, { command }] of row.entries()) expect(await given().outcomeOf(command)).toEqual(receipts[n]?.outcome);
    });

    test('several events each, and a command that changed nothing among them', async () => {
      const stream = aStream();
      const receipts = await given().appendInTurn([
        aRequest(stream, [anEvent(), anEvent()], { expected: 'none' }),
        aRequest(stream, [], { expected: 2 }),
        aRequest(stream, [anEvent(), anEvent(), anEvent()], { expected: 2 }),
      ]);
      expect(versionsOf(receipts)).toEqual([2, 2, 5]);
      expect(await given().readStream(stream)).toHaveLength(5);
    });

    test('a command that was here before, in the middle, ends the row: what follows was decided on what will never be', async () => {
      const [stream, early] = [aStream(), aRequest(aStream(), [anEvent()])];
      const sentBefore = { ...early, stream };
      await given().append(sentBefore);
      await writesTheBeginning(replaced(aRow(stream, 4, 1), 2, { ...sentBefore, expected: 3 }), 2);
    });

    test('a command that was here before and comes first hears its first outcome, and nobody is written on it', async () => {
      const row = aRow(aStream(), 3);
      const first = await given().append(row[0]);
      expect(await given().appendInTurn(row)).toEqual([{ outcome: first.outcome, repeated: true }]);
      expect(await given().readStream(row[0].stream)).toHaveLength(1);
    });

    test('the whole row sent again is written once', async () => {
      const row = aRow(aStream(), 4);
      await given().appendInTurn(row);
      const again = await given().appendInTurn(row);
      expect(again).toHaveLength(1);
      expect(again[0]?.repeated).toBe(true);
      expect(await given().readStream(row[0].stream)).toHaveLength(4);
    });

    test('an expectation in the middle that does not hold ends the row', async () => {
      const stream = aStream();
      await writesTheBeginning(replaced(aRow(stream, 4), 2, aRequest(stream, [anEvent()], { expected: 7 })), 2);
    });

    test('the first one loses a race: nothing is written, and the sender hears Conflict', async () => {
      const row = aRow(aStream(), 3);
      await given().append(aRequest(row[0].stream));
      await expect(given().appendInTurn(row)).rejects.toBeInstanceOf(Conflict);
      expect(await given().readStream(row[0].stream)).toHaveLength(1);
    });

    test('data in the middle that no store keeps, or the id of an event in use, end the row and spoil nothing before them', async () => {
      const [taken, stream, other] = [anEvent(), aStream(), aStream()];
      await given().append(aRequest(aStream(), [taken]));
      await writesTheBeginning(replaced(aRow(stream, 3), 1, aRequest(stream, [anEvent({ text: '\0' })], { expected: 1 })), 1);
      await writesTheBeginning(replaced(aRow(other, 3), 2, aRequest(other, [taken], { expected: 2 })), 2);
    });

    test('the id of a command with another body, in the middle, ends the row; first, it is refused', async () => {
      const [stream, used] = [aStream(), aCommand()];
      await given().append(aRequest(stream, [anEvent()], { command: used }));
      const reused = aRequest(stream, [anEvent()], { command: { id: used.id, hash: 'another digest' }, expected: 2 });
      await writesTheBeginning(replaced(aRow(stream, 3, 1), 1, reused), 1);
      await expect(given().appendInTurn([reused, aRequest(stream)])).rejects.toBeInstanceOf(CommandReused);
    });

    test('two processes in one stream: one row is written whole, the other not at all, and nobody overwrites', async () => {
      const stream = aStream();
      const rows = [aRow(stream, 6), aRow(stream, 6)] as const;
      const results = await Promise.allSettled(rows.map((row) => given().appendInTurn(row)));
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Conflict);
      const winner = results[0]?.status === 'fulfilled' ? rows[0] : rows[1];
      expect((await given().readStream(stream)).map(({ commandId }) => commandId)).toEqual(winner.map(({ command }) => command.id));
    });
  });

  describe('what was seen of other streams', () => {
    test('holds: written; grown since: Conflict, and nothing is written, alone and in a row', async () => {
      const [mine, other] = [aStream(), aStream()];
      await given().append(aRequest(other, [anEvent(), anEvent()]));
      const looking = (version: number, expected: number): AppendRequest => ({ ...aRequest(mine, [anEvent()], { expected }), seen: [{ stream: other, version }] });
      await given().append(looking(2, 0));
      await expect(given().append(looking(1, 1))).rejects.toMatchObject({ name: 'Conflict', stream: other, expected: 1, actual: 2 });
      await expect(given().appendInTurn([looking(3, 1), looking(2, 2)])).rejects.toMatchObject({ name: 'Conflict', stream: other });
      await writesTheBeginning([looking(2, 1), looking(1, 2), looking(2, 3)], 1);
    });

    test('a stream that was seen empty must still be', async () => {
      const [mine, other] = [aStream(), aStream()];
      await given().append({ ...aRequest(mine), seen: [{ stream: other, version: 0 }] });
      await given().append(aRequest(other));
      await expect(given().append({ ...aRequest(mine), seen: [{ stream: other, version: 0 }] })).rejects.toBeInstanceOf(Conflict);
    });

    test('a command sent twice hears its outcome, however much was written elsewhere since', async () => {
      const [mine, other] = [aStream(), aStream()];
      const request = { ...aRequest(mine), seen: [{ stream: other, version: 0 }] };
      const { outcome } = await given().append(request);
      await given().append(aRequest(other));
      expect(await given().append(request)).toEqual({ outcome, repeated: true });
    });
  });
};
