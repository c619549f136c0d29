import { openPlatform, type Platform } from '@perspectief/assembly';
import { throwAwayDatabase, type TestServer } from '@perspectief/database/testing';
import { deriveId } from '@perspectief/kernel';
import { keysInMemory, readKeyRing } from '@perspectief/privacy';
import type { CommandAnswer } from '@perspectief/runtime';

/** Both processes seal with the same keys, and so may a third; a test's keys are nobody's. */
export const masterKeys = `test:${Buffer.alloc(32, 7).toString('base64')}`;

export const idIn = (name: string) => (word: string): string => deriveId('two-processes', name, word);

const roleOf = (person: string): string => (person.startsWith('coach') ? 'neighbourhood-coach' : person.startsWith('holder') ? 'budget-holder' : 'debt-counsellor');

/** Two command paths, each with memory and queue of its own, on one database: as in two processes. */
export const twoProcesses = async (name: string, server?: TestServer) => {
  const database = await throwAwayDatabase(server?.url);
  const keys = keysInMemory(readKeyRing(masterKeys));
  const platforms = [await openPlatform({ databaseUrl: database.url, keys, poolSize: 8 }), await openPlatform({ databaseUrl: database.url, keys, poolSize: 8 })] as const;
  const [first] = platforms;
  for (const id of ['holder-1', 'holder-2', 'counsellor', ...Array.from({ length: 50 }, (_, n) => `coach-${n}`)])
    await first.directory.put({ id, municipality: 'groningen', role: roleOf(id) as never, name: id });

  const sends = (platform: Platform, type: string, data: object, actor = 'holder-1', commandId = deriveId(name, type, JSON.stringify(data), actor)): Promise<CommandAnswer> =>
    platform.path.handle({ type, data, commandId, happenedOn: '2025-03-03T10:00', actor: { id: actor, role: roleOf(actor) } });
  const does = async (type: string, data: object, actor = 'holder-1'): Promise<void> => {
    const answer = await sends(first, type, data, actor);
    if ('refused' in answer) throw new Error(`${type}: ${answer.refused.code} ${answer.refused.field ?? ''}`);
  };
  /** A trajectory of a household of its own. */
  const trajectory = async (trajectoryId: string, actor = 'coach-0'): Promise<void> => {
    const householdId = deriveId(name, 'household', trajectoryId);
    await does('RegisterHousehold', { householdId, municipality: 'groningen', area: 'beijum', name: 'Huishouden', address: 'Straat 1' }, actor);
    await does('OpenTrajectory', { trajectoryId, householdId, area: 'beijum', source: 'self' }, actor);
  };
  const close = async (): Promise<void> => {
    for (const platform of platforms) await platform.close();
    await database.drop();
  };
  return { platforms, sends, does, trajectory, close };
};
export type TwoProcesses = Awaited<ReturnType<typeof twoProcesses>>;
