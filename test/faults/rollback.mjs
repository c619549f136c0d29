import { setTimeout as pause } from 'node:timers/promises';
import { deriveId } from '@perspectief/kernel';
import { appendStatement } from '../../libs/event-store/postgres/dist/statements.js';

let rolledBack = 0;

/** Draws numbers of the log in a transaction that stays open for a while, and is then rolled back: a hole in the order. */
export const aRollback = async (server, ms, events) => {
  const id = (word) => deriveId('rolled back', (rolledBack += 1), word);
  const request = {
    stream: `household-${id('stream')}`, expected: 'any', command: { id: id('command'), hash: 'x' }, actor: { id: 'nobody', role: 'system' },
    correlationId: id('correlation'), causationId: id('causation'), municipality: 'groningen',
    events: Array.from({ length: events }, () => ({ id: id('event'), type: 'HouseholdRegistered', schemaVersion: 1, data: {}, happenedOn: '2026-03-02T10:00:00' })),
  };
  // The server may die meanwhile, which rolls back as well.
  await server.direct(async (client) => {
    await client.query('begin');
    await client.query(appendStatement(request));
    await pause(ms);
    await client.query('rollback');
  }).catch(() => undefined);
};
