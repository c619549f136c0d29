import { Corrupt, MemoryEventStore } from '@perspectief/event-store';
import { deriveId, event, field, writeSealed, type Recorded } from '@perspectief/kernel';
import { StandingClock } from './clock.js';
import { codecOf } from './codec.js';
import { CommandPath } from './command/command-path.js';
import { anyJarOwner } from './testing/jar.js';

const codec = codecOf({ NoteMade: event('A note was made.', { note: field.personal(field.text), place: field.personal(field.text) }) });
const [id, household] = [deriveId('event'), deriveId('household')];
const stream = `household-${household}`;
const token = (more: object = {}): string =>
  writeSealed({ householdId: household, scope: 'common', generation: 1, stream, eventId: id, path: 'note', ...more }, Buffer.alloc(32, 5).toString('base64url'));
const stored = (data: object): Recorded => ({ id, stream, type: 'NoteMade', schemaVersion: 1, data }) as unknown as Recorded;

describe('reading without keys', () => {
  test('a sealed text stays a token, and what was written before sealing stays as it is', () => {
    const sealed = stored({ note: token(), place: 'thuis' });
    expect(codec.decode(sealed)).toEqual(sealed);
  });

  test.each([
    ['another event', { note: token({ eventId: deriveId('other') }) }],
    ['another stream', { note: token({ stream: `household-${deriveId('other')}` }) }],
    ['another field', { place: token() }],
    ['the middle of a text', { note: `x ${token()}` }],
    ['a place that is cut short', { note: token().slice(0, 60) }],
  ])('a token that was moved to %s is found out', (_, data) => {
    expect(() => codec.decode(stored(data))).toThrow(Corrupt);
  });
});

test('whoever blanks what is sealed reads without that being looked at', () => {
  const moved = stored({ note: token({ eventId: deriveId('other') }) });
  expect(codec.lift(moved)).toEqual(moved);
});

test('only personal fields are handed over for sealing', () => {
  const encoded = codec.encode({ type: 'NoteMade', data: { note: 'a', place: 'b' } });
  expect(codec.mapPersonal(encoded, (text, path) => `${path}=${text}`).data).toEqual({ note: 'note=a', place: 'place=b' });
});

test('nobody types a token: such input is refused before anything is decided', async () => {
  const path = new CommandPath(new MemoryEventStore(), [anyJarOwner], new StandingClock('2024-06-01T10:00:00.000Z'));
  const command = { type: 'AddMarble', commandId: deriveId('command'), actor: { id: 'coach', role: 'coach' } };
  expect(await path.handle({ ...command, data: { jarId: deriveId('jar'), marbles: 1, label: token() } })).toMatchObject({ refused: { code: 'INVALID_INPUT', field: 'label' } });
});
