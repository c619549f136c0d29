/** What access tokens for the API are meant for, unless OIDC_AUDIENCE says otherwise. */
export const AUDIENCE = 'perspectief';

/** The service itself, on behalf of browsers. */
export const WEB_CLIENT = 'perspectief-web';

/** The command line: a public client, proven by PKCE alone. Nobody listens at its address; it reads the code where it was sent. */
export const CLI_CLIENT = { id: 'perspectief-cli', redirectUri: 'http://127.0.0.1/perspectief-token' } as const;

/** The demonstration's issuer says so itself, so that nobody takes it for a real one. */
export const DEMO_MARK = 'perspectief_demonstration';
export const DEMO_PATH = '/oidc';
