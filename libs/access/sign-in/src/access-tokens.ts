import { hash } from 'node:crypto';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import type { Issuer } from './issuer.js';
import type { Claimed } from './person.js';
import type { SignInRefusal } from './refusals.js';

/** Signatures made with a private key. None at all, or one made with a shared secret, is never taken. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256'];

/** Seconds that two clocks may differ. */
const CLOCK_TOLERANCE = 10;

/** How long a good token is not checked again, in milliseconds: a key that the issuer takes back counts until then. */
const REMEMBERED_FOR = 60_000;
const REMEMBERED = 5_000;

const digestOf = (token: string): string => hash('sha256', token, 'base64url');

export interface ReadToken extends Claimed {
  /** When the token ends, in milliseconds since 1970. */
  readonly until: number;
}

const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []);

/** Ours stand in `roles`; Keycloak without a mapper has them in `realm_access.roles`. */
const rolesIn = ({ roles, realm_access: realm }: JWTPayload): readonly string[] => [
  ...textsOf(roles),
  ...textsOf(typeof realm === 'object' && realm !== null && 'roles' in realm ? realm.roles : undefined),
];

const personIn = ({ person_id: person, sub }: JWTPayload): string | undefined => (typeof person === 'string' ? person : sub);

/** What jose says about the token; anything else (a wire that broke) is not about the token. */
const refusalOf = (error: unknown): SignInRefusal | undefined => {
  if (error instanceof errors.JWTExpired) return 'TOKEN_EXPIRED';
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return undefined;
  // Of this class itself: the key set answered with an error.
  if (error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC') return 'TOKEN_INVALID';
  return undefined;
};

/** Reads access tokens that the issuer signed for us; nobody else's, and never a mere id token. */
export class AccessTokens {
  private keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  /** Good ones by their digest: a signature costs more to check than a page to read. */
  private readonly good = new Map<string, { readonly read: ReadToken; readonly until: number }>();

  constructor(
    private readonly issuer: Issuer,
    private readonly now: () => number,
  ) {}

  /** Throws when the issuer's keys cannot be had. */
  async read(token: string): Promise<ReadToken | { readonly refused: SignInRefusal }> {
    const digest = digestOf(token);
    const known = this.good.get(digest);
    if (known && known.until > this.now()) return known.read;
    this.good.delete(digest);
    const read = await this.check(token);
    if ('refused' in read) return read;
    if (this.good.size >= REMEMBERED) this.good.clear();
    this.good.set(digest, { read, until: Math.min(read.until, this.now() + REMEMBERED_FOR) });
    return read;
  }

  private async check(token: string): Promise<ReadToken | { readonly refused: SignInRefusal }> {
    const metadata = (await this.issuer.configuration()).serverMetadata();
    this.keys ??= createRemoteJWKSet(new URL(metadata.jwks_uri ?? ''));
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: metadata.issuer,
        audience: this.issuer.settings.audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE,
        currentDate: new Date(this.now()),
        requiredClaims: ['exp'],
      });
      const personId = personIn(payload);
      if (personId === undefined || payload.exp === undefined) return { refused: 'TOKEN_INVALID' };
      return { personId, roles: rolesIn(payload), until: payload.exp * 1_000 };
    } catch (error) {
      const refused = refusalOf(error);
      if (refused) return { refused };
      throw error;
    }
  }
}
