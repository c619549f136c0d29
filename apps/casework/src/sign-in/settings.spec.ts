import { demandSafeAddress } from '../loopback.js';
import { cityIssuer } from './settings.js';

const city = {
  OIDC_ISSUER: 'https://login.example.nl/realms/city/',
  OIDC_CLIENT_ID: 'web',
  OIDC_CLIENT_SECRET: 'secret',
  PUBLIC_URL: 'https://perspectief.example.nl/',
};

test('without any of it there is no issuer of a city', () => expect(cityIssuer({ PUBLIC_URL: 'http://127.0.0.1:3000' })).toBeUndefined());

test('with all of it there is', () => {
  const settings = cityIssuer(city);
  expect(settings?.issuer).toMatchObject({ clientId: 'web', clientSecret: 'secret', audience: 'perspectief' });
  expect([settings?.issuer.issuer(), settings?.publicUrl()]).toEqual(['https://login.example.nl/realms/city', 'https://perspectief.example.nl']);
  expect(cityIssuer({ ...city, OIDC_AUDIENCE: 'api' })?.issuer.audience).toBe('api');
});

test.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'])('half of it is told: without %s', (name) => {
  expect(() => cityIssuer({ ...city, [name]: '' })).toThrow(name);
});

test.each([
  ['OIDC_ISSUER', 'http://login.example.nl'],
  ['PUBLIC_URL', 'http://perspectief.example.nl'],
  ['PUBLIC_URL', 'perspectief'],
  ['PUBLIC_URL', 'ftp://perspectief.example.nl'],
])('%s is no %s', (name, text) => expect(() => cityIssuer({ ...city, [name]: text })).toThrow(name));

test('an issuer on this machine may be tried out over http', () => {
  expect(cityIssuer({ ...city, OIDC_ISSUER: 'http://localhost:8080/realms/perspectief', PUBLIC_URL: 'http://localhost:3000' })).toBeDefined();
});

describe('the address to listen on', () => {
  const local = cityIssuer({ ...city, PUBLIC_URL: 'http://localhost:3000' });
  test.each(['127.0.0.1', '::1', 'localhost'])('may be %s', (host) => expect(() => demandSafeAddress(host, undefined)).not.toThrow());
  test('may be any with an issuer of one’s own and https', () => expect(() => demandSafeAddress('0.0.0.0', cityIssuer(city))).not.toThrow());
  test.each([undefined, local])('is this machine’s alone without them', (settings) => {
    expect(() => demandSafeAddress('0.0.0.0', settings)).toThrow('this machine alone');
  });
});
