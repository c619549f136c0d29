import { Corrupt, Unavailable } from '@perspectief/event-store';
import { isPoison, nameOf } from './poison.js';

const said = (code: string, message = 'what the server says'): Error => Object.assign(new Error(message), { code });

test.each([
  ['a bug', new TypeError('cannot read properties of undefined'), true],
  ['stored data that do not fit', new Corrupt('MemberAdded v9 is newer than this program'), true],
  ['a bug in something called a pooled budget', new Error('no pool is called x'), true],
  ['a row that may not be null', said('23502'), true],
  ['a number that is too large', said('22003'), true],
  ['something thrown that is no error', 'text', true],
  ['a log that does not answer', new Unavailable(new Error('ECONNREFUSED')), false],
  ['a session that was ended', said('57P01'), false],
  ['a full disk', said('53100'), false],
  ['a deadlock', said('40P01'), false],
  ['a table that is not there', said('42P01'), false],
  ['a wire that broke', said('ECONNRESET'), false],
  ['a connection that ended', new Error('Connection terminated unexpectedly'), false],
  ['a pool that was closed', new Error('Cannot use a pool after calling end on the pool'), false],
])('%s', (_, error, poison) => {
  expect(isPoison(error)).toBe(poison);
});

test('an error is told by its name and the code of the server, never by its words', () => {
  expect(nameOf(said('23502', 'null value of Anna'))).toBe('Error 23502');
  expect(nameOf(new TypeError('Anna'))).toBe('TypeError');
});
