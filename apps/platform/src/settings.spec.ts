import { join } from 'node:path';
import { readSettings } from './settings.js';

test('without anything: this machine, port 3000, the embedded database with the demo', () => {
  expect(readSettings([], {})).toMatchObject({ host: '127.0.0.1', port: 3000, databaseUrl: undefined, demo: true, production: false });
});

test('a server of your own gets no demo unless you ask for it', () => {
  const env = { DATABASE_URL: 'postgresql://localhost/own' };
  expect(readSettings([], env)).toMatchObject({ databaseUrl: env.DATABASE_URL, demo: false });
  expect(readSettings(['--demo'], env)).toMatchObject({ databaseUrl: env.DATABASE_URL, demo: true });
});

test('--data means the embedded database, whatever the environment says', () => {
  expect(readSettings(['--data', 'here'], { DATABASE_URL: 'postgresql://localhost/own' })).toMatchObject({
    databaseUrl: undefined,
    dataDir: join(process.cwd(), 'here'),
  });
});

test('--no-demo starts empty', () => expect(readSettings(['--no-demo'], {})).toMatchObject({ demo: false }));
test('flags go before the environment', () => expect(readSettings(['--port', '4000'], { PORT: '5000' })).toMatchObject({ port: 4000 }));
test('the demo is as large as you ask', () => expect(readSettings(['--households', '40'], {})).toMatchObject({ households: 40 }));
test('--help asks for help', () => expect(readSettings(['--help'], {})).toBeUndefined());
test('in production nobody signs in without a password', () => {
  expect(() => readSettings([], { NODE_ENV: 'production' })).toThrow('OIDC_ISSUER');
  const city = { OIDC_ISSUER: 'https://login.example.nl/realms/city', OIDC_CLIENT_ID: 'web', OIDC_CLIENT_SECRET: 'x', PUBLIC_URL: 'https://perspectief.example.nl' };
  expect(readSettings([], { ...city, NODE_ENV: 'production' })?.city?.issuer.issuer()).toBe('https://login.example.nl/realms/city');
});

test.each([['--port', 'high'], ['--households', '0'], ['--port', '70000'], ['--colour', 'red']])('%s %s is told, not guessed', (...args) => {
  expect(() => readSettings(args, {})).toThrow();
});
