import { isKurrentUrl, readAddress } from './address.js';

test('an address names a server, perhaps a user, perhaps one log of several', () => {
  expect(readAddress('esdb://node:2113?tls=true', true)).toEqual({ connection: 'esdb://node:2113?tls=true', credentials: undefined, prefix: '' });
  expect(readAddress('esdb+discover://casework:p%40ss@cluster.example:2113#groningen', true)).toEqual({
    connection: 'esdb+discover://casework:p%40ss@cluster.example:2113', credentials: { username: 'casework', password: 'p@ss' }, prefix: 'groningen.',
  });
  expect(readAddress('esdb://a:2113,b:2113,c:2113?nodePreference=leader#x', true).prefix).toBe('x.');
});

test.each(['tls=false', 'TLS=False', 'tlsVerifyCert=false', 'tls_verify_cert=FALSE', 'tls=true&tlsverifycert=false'])('in production %s is refused, elsewhere it is allowed', (setting) => {
  const url = `esdb://node:2113?${setting}`;
  expect(() => readAddress(url, true)).toThrow(/in production/);
  expect(readAddress(url, false).connection).toBe(url);
});

test('a setting that would hide lost races is refused everywhere', () => {
  expect(() => readAddress('esdb://node:2113?throwOnAppendFailure=false', false)).toThrow(/lost races/);
});

test.each(['postgresql://node/x', 'esdb:/node', 'esdb://#log', 'esdb://user:secret@node#Not A Log'])('%s is no address, and the error does not repeat it', (url) => {
  expect(() => readAddress(url, false)).toThrow();
  try {
    readAddress(url, false);
  } catch (error) {
    expect((error as Error).message).not.toContain(url);
  }
});

test('only esdb is ours', () => expect(['esdb://a', 'esdb+discover://a', 'postgresql://a', 'kurrentdb://a'].map(isKurrentUrl)).toEqual([true, true, false, false]));
