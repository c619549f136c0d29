import { faultOf, Silence } from './faults.js';

const error = (parts: object, message = 'said'): Error => Object.assign(new Error(message), parts);

test.each([
  [{ type: 'wrong-expected-version' }, 'wrong-version'],
  [{ type: 'wrong-expected-version', code: 9 }, 'wrong-version'],
  [{ type: 'invalid-transaction', code: 3 }, 'wrong-version'],
  [{ type: 'unknown', code: 3 }, 'unknown'],
  [{ type: 'stream-not-found' }, 'no-stream'],
  [{ type: 'stream-deleted', code: 9 }, 'deleted'],
  [{ type: 'maximum-append-size-exceeded', code: 3 }, 'too-large'],
  [{ type: 'access-denied', code: 7 }, 'denied'],
  [{ type: 'not-leader', code: 5 }, 'again'],
  [{ type: 'unavailable', code: 14 }, 'again'],
  [{ type: 'timeout', code: 10 }, 'again'],
  [{ type: 'deadline-exceeded' }, 'again'],
  [{ type: 'unknown', code: 2 }, 'unknown'],
  [{ type: 'unknown', code: 13 }, 'again'],
  [{ code: 14 }, 'again'],
  [{ code: 16 }, 'denied'],
  [{}, 'bug'],
] as const)('%p is %s', (parts, fault) => expect(faultOf(error(parts))).toBe(fault));

test.each(['Failed to discover after 10 attempts.', 'Could not recognize Server Is Too Busy', 'No leader info available in response', 'write after end'])('without a code, "%s" means: later', (message) => {
  expect(faultOf(new Error(message))).toBe('again');
});

test('an event that a newer server finds too large is too large, whatever the client calls it', () => {
  expect(faultOf(error({ type: 'unknown', code: 3 }, 'Event with Id: x, Size: 9, exceeds Maximum Append Event Size of 8.'))).toBe('too-large');
});

test('a server that stays silent may have done it or not', () => expect(faultOf(new Silence(10))).toBe('again'));
test('what is no error is a bug', () => expect(faultOf('said')).toBe('bug'));
