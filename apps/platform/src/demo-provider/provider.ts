import type { Directory } from '@perspectief/directory';
import { AUDIENCE, CALLBACK_PATH, CLI_CLIENT, DEMO_MARK, DEMO_PATH, WEB_CLIENT } from '@perspectief/sign-in';
import type { default as Provider, ClientMetadata, Configuration, interactionPolicy } from 'oidc-provider';
import { CHOOSE_PATH, chooser, showPage } from './choose.js';
import { Memory } from './memory.js';
import { failedPage, signedOutPage, signOutPage } from './other-pages.js';
import type { DemoSecrets } from './secrets.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const API = 'urn:perspectief:api';

const clientsOf = (publicUrl: string, { clientSecret }: DemoSecrets): ClientMetadata[] => [
  {
    client_id: WEB_CLIENT,
    client_secret: clientSecret,
    redirect_uris: [`${publicUrl}${CALLBACK_PATH}`],
    post_logout_redirect_uris: [`${publicUrl}/`],
    response_types: ['code'],
    grant_types: ['authorization_code'],
  },
  {
    client_id: CLI_CLIENT.id,
    token_endpoint_auth_method: 'none',
    redirect_uris: [CLI_CLIENT.redirectUri],
    response_types: ['code'],
    grant_types: ['authorization_code'],
  },
];

/** Whoever signs in chooses anew: a demonstration is watched through many eyes. */
const chooseEachTime = ({ base, Check }: typeof interactionPolicy): interactionPolicy.DefaultPolicy => {
  const policy = base();
  policy
    .get('login')
    ?.checks.add(new Check('choose_anew', 'who you are is asked each time', (ctx) => (ctx.oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT)));
  return policy;
};

const configurationOf = (publicUrl: string, secrets: DemoSecrets, directory: Directory, policy: interactionPolicy.DefaultPolicy): Configuration => ({
  adapter: Memory,
  clients: clientsOf(publicUrl, secrets),
  jwks: { keys: [secrets.signing] },
  cookies: { keys: [...secrets.cookieKeys] },
  scopes: ['openid'],
  responseTypes: ['code'],
  claims: { openid: ['sub'] },
  pkce: { required: () => true },
  ttl: { AccessToken: HOUR, AuthorizationCode: MINUTE, Grant: HOUR, IdToken: 10 * HOUR, Interaction: 10 * MINUTE, Session: HOUR },
  discovery: { [DEMO_MARK]: true },
  interactions: { url: (_ctx, { uid }) => `${DEMO_PATH}${CHOOSE_PATH}${uid}`, policy },
  findAccount: async (_ctx, sub) => {
    const [person] = await directory.find([sub]);
    return person && { accountId: sub, claims: () => ({ sub }) };
  },
  extraTokenClaims: async (_ctx, token) => {
    const [person] = 'accountId' in token ? await directory.find([token.accountId]) : [];
    return person && { person_id: person.id, roles: [person.role] };
  },
  // Both clients are ours: nobody is asked whether they may know who signed in.
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId ?? '', accountId: oidc.session?.accountId ?? '' });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
  renderError: (ctx) => showPage(ctx, ctx.status, failedPage()),
  features: {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => showPage(ctx, 200, signOutPage(form)),
      postLogoutSuccessSource: (ctx) => showPage(ctx, 200, signedOutPage()),
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => API,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({ audience: AUDIENCE, scope: '', accessTokenFormat: 'jwt', accessTokenTTL: HOUR, jwt: { sign: { alg: 'RS256' } } }),
    },
  },
});

/** The library warns on Node 20, on which our tests run it; whoever just starts a demonstration cannot do anything about it. */
const quietly = async <T>(load: () => Promise<T>): Promise<T> => {
  const terminal = globalThis.console;
  const { warn } = terminal;
  terminal.warn = () => undefined;
  return load().finally(() => {
    terminal.warn = warn;
  });
};

/** A certified OpenID provider inside the service, whose people are the directory's: for the demonstration alone. */
export const demoProvider = async (publicUrl: string, secrets: DemoSecrets, directory: Directory): Promise<Provider> => {
  const library = await quietly(() => import('oidc-provider'));
  const policy = chooseEachTime(library.interactionPolicy);
  const provider = new library.default(`${publicUrl}${DEMO_PATH}`, configurationOf(publicUrl, secrets, directory, policy));
  provider.use(chooser(provider, directory));
  return provider;
};
