import * as oidc from 'openid-client';

/** Where people sign in, and as which client we ask it. */
export interface IssuerSettings {
  /** Address of the issuer, without the trailing slash. Asked when first needed: the demo's own issuer starts with the service. */
  readonly issuer: () => string;
  readonly clientId: string;
  /** Without it a public client: the code's own proof (PKCE) must do. */
  readonly clientSecret?: string | undefined;
  /** What access tokens must be meant for. */
  readonly audience: string;
}

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Seconds that an issuer may take to answer. */
const PATIENCE = 10;

/** Plain http is for an issuer on this machine alone. */
const insecure = (issuer: URL): { execute?: Array<(config: oidc.Configuration) => void> } =>
  issuer.protocol === 'http:' && LOOPBACK.has(issuer.hostname) ? { execute: [oidc.allowInsecureRequests] } : {};

/** What the issuer says of itself; asked once, and asked again after it did not answer. */
export class Issuer {
  private asked: Promise<oidc.Configuration> | undefined;

  constructor(readonly settings: IssuerSettings) {
    // A token for the client itself (an id token) would otherwise pass as one for the API.
    if (settings.clientId === settings.audience) throw new Error('the audience of access tokens must differ from the client id');
  }

  configuration(): Promise<oidc.Configuration> {
    this.asked ??= this.discover().catch((error: unknown) => {
      this.asked = undefined;
      throw error;
    });
    return this.asked;
  }

  private async discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const address = new URL(issuer());
    const proof = clientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(clientSecret);
    return oidc.discovery(address, clientId, undefined, proof, { timeout: PATIENCE, ...insecure(address) });
  }
}
