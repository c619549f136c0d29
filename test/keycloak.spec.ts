import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '@perspectief/directory';
import { AUDIENCE, CALLBACK_PATH, CLI_CLIENT, WEB_CLIENT } from '@perspectief/sign-in';

interface Mapper {
  readonly name: string;
  readonly config: Readonly<Record<string, string>>;
}

interface Realm {
  readonly roles: { readonly realm: readonly { readonly name: string }[] };
  readonly clients: readonly {
    readonly clientId: string;
    readonly publicClient: boolean;
    readonly implicitFlowEnabled: boolean;
    readonly directAccessGrantsEnabled: boolean;
    readonly redirectUris: readonly string[];
    readonly attributes: Readonly<Record<string, string>>;
    readonly protocolMappers: readonly Mapper[];
  }[];
  readonly users: readonly { readonly username: string; readonly realmRoles: readonly string[]; readonly credentials?: unknown }[];
}

const text = readFileSync(join(import.meta.dirname, '../infra/keycloak/perspectief-realm.json'), 'utf8');
const realm = JSON.parse(text) as Realm;

test('the realm knows the roles that the directory knows', () => {
  expect(realm.roles.realm.map(({ name }) => name)).toEqual([...roles]);
});

test('it knows our clients, by the code flow with PKCE alone', () => {
  expect(realm.clients.map(({ clientId, publicClient, redirectUris }) => [clientId, publicClient, redirectUris.map((uri) => new URL(uri).pathname)])).toEqual([
    [WEB_CLIENT, false, [CALLBACK_PATH]],
    [CLI_CLIENT.id, true, [new URL(CLI_CLIENT.redirectUri).pathname]],
  ]);
  for (const client of realm.clients) {
    expect(client).toMatchObject({ implicitFlowEnabled: false, directAccessGrantsEnabled: false });
    expect(client.attributes['pkce.code.challenge.method']).toBe('S256');
  }
});

test('its access tokens say what ours do: for whom, who, and which roles', () => {
  for (const { protocolMappers } of realm.clients) {
    const config = Object.fromEntries(protocolMappers.map((mapper) => [mapper.name, mapper.config]));
    expect(config['audience']).toMatchObject({ 'included.custom.audience': AUDIENCE, 'access.token.claim': 'true' });
    expect(config['roles']).toMatchObject({ 'claim.name': 'roles', multivalued: 'true', 'access.token.claim': 'true' });
    expect(config['person_id']).toMatchObject({ 'claim.name': 'person_id', 'access.token.claim': 'true' });
  }
});

test('somebody of every role can sign in once a password is set; no secret stands in the file', () => {
  expect(new Set(realm.users.flatMap(({ realmRoles }) => realmRoles))).toEqual(new Set(roles));
  expect(text).not.toMatch(/"(credentials|secret|value|privateKey|certificate)"/);
});
