import { setTimeout as pause } from 'node:timers/promises';
import { deriveId } from '@perspectief/kernel';
import { appendStatement } from '../../libs/event-store/postgres/dist/statements.js';

let begun = 0;

const aRequest = () => {
  const id = (word) => deriveId('slow append', begun, word);
  begun += 1;
  const data = { householdId: id('household'), municipality: 'groningen', area: 'beijum', name: 'Gezin', address: 'Straat 1' };
  return {
    stream: `household-${id('household')}`, expected: 'none', command: { id: id('command'), hash: 'x' }, actor: { id: 'coach-beijum-1', role: 'neighbourhood-coach' },
    correlationId: id('command'), causationId: id('command'), municipality: 'groningen',
    events: [{ id: id('event'), type: 'HouseholdRegistered', schemaVersion: 1, data, happenedOn: '2026-03-02T10:00:00' }],
  };
};

/**
 * Draws a number of the log in a transaction that stays open for a while: others commit higher numbers meanwhile. At its end it
 * appears below them, or leaves a hole.
 */
export const aSlowAppend = ({ server, prepared, healing }, ms, end) => {
  const request = aRequest();
  prepared.push(request.command.id);
  // The server may die meanwhile, which rolls back as well.
  const appending = server.direct(async (client) => {
    await client.query('begin');
    await client.query(appendStatement(request));
    await pause(ms);
    await client.query(end);
  });
  healing.add(appending.catch(() => undefined));
};
