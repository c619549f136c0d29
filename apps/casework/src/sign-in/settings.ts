import { AUDIENCE, type IssuerSettings } from '@perspectief/sign-in';

/** How people sign in to this service. */
export interface SignInSettings {
  readonly issuer: IssuerSettings;
  /** Address of this service as browsers see it, without the trailing slash. */
  readonly publicUrl: () => string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const NEEDED = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'] as const;

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

const addressIn = (name: string, text: string): string => {
  if (!URL.canParse(text)) throw new Error(`${name} wants an address such as https://perspectief.example.nl`);
  const { protocol, hostname } = new URL(text);
  if (protocol !== 'https:' && !(protocol === 'http:' && LOOPBACK.has(hostname)))
    throw new Error(`${name} wants https, but for an address on this machine itself`);
  return text.replace(/\/$/, '');
};

/** For a service that only looks at tokens and sessions, and signs nobody in: it needs no client and no secret. Throws with a sentence. */
export const tokenIssuer = (env: NodeJS.ProcessEnv): SignInSettings => {
  const [issuer, publicUrl] = [addressIn('OIDC_ISSUER', env['OIDC_ISSUER'] ?? ''), addressIn('PUBLIC_URL', env['PUBLIC_URL'] ?? '')];
  const settings = { issuer: () => issuer, clientId: 'perspectief-tokens', audience: env['OIDC_AUDIENCE'] ?? AUDIENCE };
  return { issuer: settings, publicUrl: () => publicUrl };
};

/** A city's own issuer, from the environment; undefined when none of it is set. Throws with a sentence when half of it is. */
export const cityIssuer = (env: NodeJS.ProcessEnv): SignInSettings | undefined => {
  const given = NEEDED.filter((name) => env[name]);
  if (given.filter((name) => name !== 'PUBLIC_URL').length === 0) return undefined;
  const missing = NEEDED.filter((name) => !env[name]);
  if (missing.length > 0) throw new Error(`signing in through OIDC_ISSUER also wants ${missing.join(', ')}`);
  const issuer = addressIn('OIDC_ISSUER', env['OIDC_ISSUER'] ?? '');
  const publicUrl = addressIn('PUBLIC_URL', env['PUBLIC_URL'] ?? '');
  return {
    issuer: {
      issuer: () => issuer,
      clientId: env['OIDC_CLIENT_ID'] ?? '',
      clientSecret: env['OIDC_CLIENT_SECRET'],
      audience: env['OIDC_AUDIENCE'] ?? AUDIENCE,
    },
    publicUrl: () => publicUrl,
  };
};
