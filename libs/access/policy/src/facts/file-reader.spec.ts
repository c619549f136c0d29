import { deriveId, type Recorded } from '@perspectief/kernel';
import { FileReader } from './file-reader.js';

const id = (word: string): string => deriveId('file reader', word);
const [householdId, trajectoryId] = [id('household'), id('trajectory')];
const [home, file] = [`household-${householdId}`, `trajectory-${trajectoryId}`];
const shared = { municipality: 'groningen', actor: { id: 'coach', role: 'neighbourhood-coach' } };

/** A log that counts how often it is read. */
const reading = ({ logIsHere = true } = {}) => {
  const events: Recorded[] = [];
  const seen = { reads: 0 };
  const put = (stream: string, type: string, data: object): Recorded => {
    const event = { ...shared, id: id(`event ${events.length}`), stream, type, data, streamVersion: events.filter((one) => one.stream === stream).length + 1 } as unknown as Recorded;
    events.push(event);
    return event;
  };
  const readStream = async (stream: string, { from = 1 }: { readonly from?: number } = {}): Promise<readonly Recorded[]> => {
    seen.reads += 1;
    return events.filter((event) => event.stream === stream && event.streamVersion >= from);
  };
  const database = { query: async () => [] } as never;
  const files = new FileReader({ store: { readStream }, decode: (event) => event, database, logIsHere });
  put(home, 'HouseholdRegistered', { householdId, area: 'beijum' });
  put(home, 'TrajectoryClaimed', { trajectoryId });
  put(file, 'TrajectoryOpened', { trajectoryId, householdId, area: 'beijum' });
  return { files, put, seen };
};

test('nothing is known of a file before it was read; after that it is, with what it rests on', async () => {
  const { files, seen } = reading();
  expect([files.knownFile(trajectoryId), files.knownHome(householdId)]).toEqual([undefined, undefined]);
  const read = await files.file(trajectoryId);
  const { reads } = seen;
  expect(files.knownFile(trajectoryId)).toEqual({ file: read, seen: [{ stream: home, version: 2 }, { stream: file, version: 1 }] });
  expect(files.knownHome(householdId)?.file).toEqual(read);
  expect(seen.reads).toBe(reads);
});

test('what this process wrote is folded in; what it missed in between is not passed over', async () => {
  const { files, put } = reading();
  await files.file(trajectoryId);
  const { data, type } = put(file, 'CoachAssigned', { coachId: 'coach-1' });
  files.wrote({ ...shared, stream: file, expected: 1, events: [{ type, data }] } as never);
  expect(files.knownFile(trajectoryId)).toMatchObject({ file: { trajectories: [{ coach: 'coach-1' }] }, seen: [{ version: 2 }, { version: 2 }] });
  put(file, 'CoachAssigned', { coachId: 'coach-2' });
  files.wrote({ ...shared, stream: file, expected: 3, events: [{ type: 'CoachAssigned', data: { coachId: 'coach-3' } }] } as never);
  expect(files.knownFile(trajectoryId)?.seen).toContainEqual({ stream: file, version: 2 });
  expect(await files.file(trajectoryId)).toMatchObject({ trajectories: [{ coach: 'coach-2' }] });
});

test('a household is not known by half: another of its trajectories was not read yet', async () => {
  const { files, put } = reading();
  put(home, 'TrajectoryReleased', { trajectoryId });
  put(home, 'TrajectoryClaimed', { trajectoryId: id('next') });
  put(`trajectory-${id('next')}`, 'TrajectoryOpened', { trajectoryId: id('next'), householdId, area: 'beijum' });
  await files.file(trajectoryId);
  expect(files.knownFile(trajectoryId)).toBeDefined();
  expect(files.knownHome(householdId)).toBeUndefined();
  await files.home(householdId);
  expect(files.knownHome(householdId)?.file.trajectories).toHaveLength(2);
});

test.each([
  ['the log is another store', { logIsHere: false }, false],
  ['the server was away', {}, true],
])('nothing is given from memory where %s', async (_, how, away) => {
  const { files } = reading(how);
  await files.file(trajectoryId);
  if (away) files.forget();
  expect(files.knownFile(trajectoryId)).toBeUndefined();
  expect(files.knownHome(householdId)).toBeUndefined();
});

test('a trajectory that a household claimed and that opened for another is no part of its file', async () => {
  const { files, put } = reading();
  const [others, theirs] = [id('household of others'), id('trajectory of others')];
  put(`trajectory-${theirs}`, 'TrajectoryOpened', { trajectoryId: theirs, householdId: others, area: 'beijum' });
  put(home, 'TrajectoryClaimed', { trajectoryId: theirs });
  expect((await files.home(householdId))?.trajectories.map((one) => one.trajectoryId)).toEqual([trajectoryId]);
  expect(files.knownHome(householdId)).toBeUndefined();
});

test('a request is found in its own pot, and in no other that is named', async () => {
  const { files, put } = reading();
  const [pot, other, requestId] = [id('pot'), id('other pot'), id('request')];
  put(`pooledBudget-${pot}`, 'SpendingRequested', { requestId, trajectoryId, requestedBy: 'coach-1' });
  expect(await files.asked(requestId, pot)).toEqual({ requestId, trajectoryId, requestedBy: 'coach-1', budgetId: pot });
  expect([await files.asked(requestId, other), await files.asked(requestId)]).toEqual([undefined, undefined]);
  const row = { requestId, budgetId: pot, trajectoryId, requestedBy: 'coach-1' };
  const projected = new FileReader({ store: { readStream: async () => [] }, decode: (event) => event, database: { query: async () => [row] } as never });
  expect([await projected.asked(requestId), await projected.asked(requestId, pot), await projected.asked(requestId, other)]).toEqual([row, row, undefined]);
});
