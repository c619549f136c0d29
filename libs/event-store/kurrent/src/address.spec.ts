import { isKurrentUrl, readAddress } from './address.js';

test('an address names a server, perhaps a user, perhaps one log of several', () => {
  expect(readAddress('esdb://node:2113?tls=true', true)).toEqual({ connection: 'esdb://node:2113?tls=true', credentials: undefined, prefix: '' });
  expect(readAddress('esdb+discover://casework:p%40ss@cluster.example:2113#groningen', true)).toEqual({
    connection: 'esdb+discover://casework:p%40ss@cluster.example:2113', credentials: { username: 'casework', password: 'p@ss' }, prefix: 'groningen.',
  });
  expect(readAddress('esdb://a:2113,b:2113,c:2113?nodePreference=leader#x', true).prefix).toBe('x.');
});

test('the new name of the server is the old one to the client', () => {
  expect(readAddress('kurrentdb://casework:secret@node:2113?tls=true#x', true)).toMatchObject({ connection: 'esdb://casework:secret@node:2113?tls=true', prefix: 'x.' });
  expect(readAddress('kurrentdb+discover://node', true).connection).toBe('esdb+discover://node');
});

test.each(['tls=false', 'TLS=False'])('in production %s is refused, elsewhere it is allowed', (setting) => {
  const url = `esdb://node:2113?${setting}`;
  expect(() => readAddress(url, true)).toThrow(/in production/);
  expect(readAddress(url, false).connection).toBe(url);
});

test.each([
  ['throwOnAppendFailure=false', /lost races/],
  ['tlsVerifyCert=false', /tlsCAFile/], ['tls_verify_cert=FALSE', /tlsCAFile/], ['tls=true&tlsverifycert=false', /tlsCAFile/],
  ['tls=false&defaultTimeout=3', /defaulttimeout/],
])('%s is refused everywhere: the client would not do what it says', (settings, told) => {
  expect(() => readAddress(`esdb://node:2113?${settings}`, false)).toThrow(told);
});

test.each(['postgresql://node/x', 'esdb:/node', 'esdb://#log', 'esdb://user:secret@node#Not A Log', 'esdb://user:secret@node?wrong=1'])('%s is no address, and the error does not repeat it', (url) => {
  expect(() => readAddress(url, false)).toThrow();
  try {
    readAddress(url, false);
  } catch (error) {
    expect((error as Error).message).not.toContain(url);
  }
});

test('which addresses are ours', () => expect(['esdb://a', 'esdb+discover://a', 'kurrentdb://a', 'postgresql://a', 'http://a:2113'].map(isKurrentUrl)).toEqual([true, true, true, false, false]));
