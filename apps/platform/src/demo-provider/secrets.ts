import { generateKeyPair, randomBytes, type JsonWebKey } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What the demo's issuer must keep to itself, made at the first start. */
export interface DemoSecrets {
  /** Private key that signs tokens (RS256). */
  readonly signing: JsonWebKey & { readonly kty: 'RSA' };
  readonly cookieKeys: readonly string[];
  readonly clientSecret: string;
}

const OWNER_ALONE = 0o600;

const random = (): string => randomBytes(32).toString('base64url');

const made = async (): Promise<DemoSecrets> => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const signing = { ...privateKey.export({ format: 'jwk' }), kty: 'RSA', kid: randomBytes(8).toString('base64url'), alg: 'RS256', use: 'sig' } as const;
  return { signing, cookieKeys: [random()], clientSecret: random() };
};

/** Reads them from the data folder, or makes them: readable by their owner alone. */
export const demoSecrets = async (dataDir: string): Promise<DemoSecrets> => {
  const file = join(dataDir, 'demo-sign-in.json');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, JSON.stringify(await made()), { mode: OWNER_ALONE });
  }
  chmodSync(file, OWNER_ALONE);
  return JSON.parse(readFileSync(file, 'utf8')) as DemoSecrets;
};
