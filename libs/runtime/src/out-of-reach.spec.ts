import { isOutOfReach } from './out-of-reach.js';

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });

test.each([
  ['a full disk', coded('53100')],
  ['a server that shuts down', coded('57P01')],
  ['a standby that was taken for the primary', coded('25006')],
  ['a refused connection', coded('ECONNREFUSED')],
  ['both addresses of a name refused', new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')])],
  ['a wire that broke', new Error('Connection terminated unexpectedly')],
])('%s passes', (_, error) => expect(isOutOfReach(error)).toBe(true));

test.each([
  ['a value that is there already', coded('23505')],
  ['a table that is not', coded('42P01')],
  ['a bug', new TypeError('undefined is not a function')],
  ['no error at all', 'connection terminated'],
])('%s does not', (_, error) => expect(isOutOfReach(error)).toBe(false));
