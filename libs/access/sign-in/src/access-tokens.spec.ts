import { exportSPKI, generateKeyPair, importJWK, type CryptoKey } from 'jose';
import { AccessTokens } from './access-tokens.js';
import { Issuer } from './issuer.js';
import { testIssuer, type TestIssuer, type TokenChanges } from './testing/index.js';

let issuer: TestIssuer;
let tokens: AccessTokens;
const coach = { id: 'coach-1', role: 'neighbourhood-coach' };
const now = (): number => Math.floor(Date.now() / 1_000);

beforeAll(async () => {
  issuer = await testIssuer();
  tokens = new AccessTokens(new Issuer(issuer.settings), Date.now);
});
afterAll(() => issuer.close());

const read = async (changes: TokenChanges = {}) => tokens.read(await issuer.tokenFor(coach, changes));
const unsecured = (payload: object): string =>
  [{ alg: 'none' }, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.').concat('.');

test('a good token names a person and the roles that the person may have', async () => {
  expect(await read()).toMatchObject({ personId: 'coach-1', roles: ['neighbourhood-coach'] });
});

test('without person_id it is the subject', async () => {
  expect(await read({ claims: { person_id: undefined } })).toMatchObject({ personId: 'coach-1' });
});

test('roles may stand where Keycloak keeps them', async () => {
  expect(await read({ claims: { roles: undefined, realm_access: { roles: ['budget-holder', 7] } } })).toMatchObject({ roles: ['budget-holder'] });
  expect(await read({ claims: { roles: 'budget-holder', realm_access: null } })).toMatchObject({ roles: [] });
});

test.each<[string, () => TokenChanges, string]>([
  ['meant for somebody else', () => ({ audience: 'perspectief-web' }), 'TOKEN_INVALID'],
  ['of another issuer', () => ({ issuer: 'https://elsewhere.example' }), 'TOKEN_INVALID'],
  ['expired', () => ({ expires: now() - 60 }), 'TOKEN_EXPIRED'],
  ['not valid yet', () => ({ notBefore: now() + 60 }), 'TOKEN_INVALID'],
  ['signed by an unknown key', () => ({ kid: 'nobody' }), 'TOKEN_INVALID'],
])('a token %s is refused', async (_, changes, refused) => {
  expect(await read(changes())).toEqual({ refused });
});

test('clocks may differ by a few seconds, not more', async () => {
  expect(await read({ expires: now() - 5, notBefore: now() + 5 })).toHaveProperty('personId');
});

test('a token without an end is refused', async () => {
  expect(await read({ endless: true })).toEqual({ refused: 'TOKEN_INVALID' });
});

test('a token signed with another key under the same name is refused', async () => {
  const { privateKey } = await generateKeyPair('ES256');
  expect(await read({ key: privateKey })).toEqual({ refused: 'TOKEN_INVALID' });
});

test('a token without signature is refused', async () => {
  const claims = { iss: issuer.settings.issuer(), aud: 'perspectief', sub: 'coach-1', roles: ['neighbourhood-coach'], exp: now() + 60 };
  expect(await tokens.read(unsecured(claims))).toEqual({ refused: 'TOKEN_INVALID' });
});

test('a token signed with the public key as a shared secret is refused', async () => {
  const publicKey = (await importJWK(issuer.publicJwk, 'ES256', { extractable: true })) as CryptoKey;
  const secret = Buffer.from(await exportSPKI(publicKey));
  expect(await read({ algorithm: 'HS256', key: secret })).toEqual({ refused: 'TOKEN_INVALID' });
});

test.each(['', 'x', 'a.b.c', 'ey.ey.ey'])('what is no token is refused: "%s"', async (text) => {
  expect(await tokens.read(text)).toEqual({ refused: 'TOKEN_INVALID' });
});

test('an issuer that does not answer is no refusal, and is asked again', async () => {
  const late = { ...issuer.settings, issuer: () => address };
  let address = 'http://127.0.0.1:1';
  const patient = new AccessTokens(new Issuer(late), Date.now);
  const token = await issuer.tokenFor(coach);
  await expect(patient.read(token)).rejects.toThrow();
  address = issuer.settings.issuer();
  expect(await patient.read(token)).toHaveProperty('personId');
});

test('the audience is not the client: an id token would pass for an access token', () => {
  expect(() => new Issuer({ ...issuer.settings, clientId: 'perspectief' })).toThrow('must differ');
});
