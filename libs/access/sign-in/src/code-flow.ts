import * as oidc from 'openid-client';
import type { Issuer } from './issuer.js';
import type { SignInRefusal } from './refusals.js';

/** What must come back unchanged with the code; it stays with the browser that began. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Tokens {
  readonly accessToken: string;
  readonly idToken: string;
}

/** The code flow of OpenID Connect with PKCE (S256), state and nonce. */
export class CodeFlow {
  constructor(
    private readonly issuer: Issuer,
    private readonly redirectUri: () => string,
  ) {}

  /** Where to send the browser, and what to keep until it comes back. */
  async begin(): Promise<{ readonly url: URL; readonly attempt: Attempt }> {
    const attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
    const url = oidc.buildAuthorizationUrl(await this.issuer.configuration(), {
      redirect_uri: this.redirectUri(),
      scope: 'openid',
      response_type: 'code',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    return { url, attempt };
  }

  /** Exchanges the code that came back with these parameters. */
  async finish(parameters: URLSearchParams, attempt: Attempt): Promise<Tokens | { readonly refused: SignInRefusal }> {
    const configuration = await this.issuer.configuration();
    const url = new URL(this.redirectUri());
    url.search = parameters.toString();
    try {
      const answer = await oidc.authorizationCodeGrant(configuration, url, {
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        pkceCodeVerifier: attempt.verifier,
        idTokenExpected: true,
      });
      return { accessToken: answer.access_token, idToken: answer.id_token ?? '' };
    } catch (error) {
      // Its message may quote what came back: none of it is told on.
      if (error instanceof oidc.ClientError || error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError)
        return { refused: 'SIGN_IN_FAILED' };
      throw error;
    }
  }

  /** Where the browser ends its session with the issuer too; undefined where the issuer has no such page. */
  async endSession(idToken: string, backTo: string): Promise<string | undefined> {
    const configuration = await this.issuer.configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    return oidc.buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: backTo }).href;
  }
}
