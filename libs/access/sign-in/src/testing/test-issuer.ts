import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import type { IssuerSettings } from '../issuer.js';

/** What a token may say otherwise than a good one does. Moments in seconds since 1970. */
export interface TokenChanges {
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: number;
  /** Leaves the end out. */
  readonly endless?: boolean;
  readonly notBefore?: number;
  readonly kid?: string;
  readonly algorithm?: string;
  readonly key?: CryptoKey | Uint8Array;
  readonly claims?: Readonly<Record<string, unknown>>;
}

export interface TestIssuer {
  /** For the service under test. */
  readonly settings: IssuerSettings;
  /** The public key as it stands in the key set. */
  readonly publicJwk: Readonly<Record<string, unknown>>;
  tokenFor(person: { readonly id: string; readonly role: string }, changes?: TokenChanges): Promise<string>;
  close(): Promise<void>;
}

const HOUR = 3_600;

/** An issuer of tokens on a free port of this machine, with a key of its own: the service checks its tokens as any other's. */
export const testIssuer = async (): Promise<TestIssuer> => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const publicJwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' };
  const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pages: Readonly<Record<string, () => object>> = {
    '/.well-known/openid-configuration': () => ({
      issuer: address(),
      jwks_uri: `${address()}/jwks`,
      authorization_endpoint: `${address()}/auth`,
      token_endpoint: `${address()}/token`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256'],
    }),
    '/jwks': () => ({ keys: [publicJwk] }),
  };
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    response.writeHead(page ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(page?.() ?? {}));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  server.unref();

  const tokenFor: TestIssuer['tokenFor'] = ({ id, role }, changes = {}) => {
    const now = Math.floor(Date.now() / 1_000);
    const token = new SignJWT({ person_id: id, roles: [role], ...changes.claims })
      .setProtectedHeader({ alg: changes.algorithm ?? 'ES256', kid: changes.kid ?? 'test' })
      .setSubject(id)
      .setIssuer(changes.issuer ?? address())
      .setAudience(changes.audience ?? 'perspectief')
      .setIssuedAt(now);
    if (!changes.endless) token.setExpirationTime(changes.expires ?? now + HOUR);
    if (changes.notBefore !== undefined) token.setNotBefore(changes.notBefore);
    return token.sign(changes.key ?? privateKey);
  };
  return {
    settings: { issuer: address, clientId: 'perspectief-test', audience: 'perspectief' },
    publicJwk,
    tokenFor,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
};
