import { AUDIENCE, CLI_CLIENT, CodeFlow, DEMO_MARK, DEMO_PATH, Issuer } from '@perspectief/sign-in';
import { Ending, exitCodes } from '../exit.js';
import { Walk } from './walk.js';

const no = (sentence: string): never => {
  throw new Ending(exitCodes.no, sentence);
};

/** Somebody of the demo signs in, as in a browser, on a platform that runs at this address. Returns an access token for an hour. */
export const demoToken = async (platform: string, personId: string): Promise<string> => {
  const issuer = new Issuer({ issuer: () => `${platform}${DEMO_PATH}`, clientId: CLI_CLIENT.id, audience: AUDIENCE });
  const configuration = await issuer.configuration().catch(() => undefined);
  if (configuration?.serverMetadata()[DEMO_MARK] !== true)
    return no(`No demonstration sign-in answers at ${platform}. Does npm start run there? With an issuer of your own, ask that one for a token.`);
  const flow = new CodeFlow(issuer, () => CLI_CLIENT.redirectUri);
  const walk = new Walk(CLI_CLIENT.redirectUri);
  const { url, attempt } = await flow.begin();
  const page = await walk.go(url.href);
  const chosen = await walk.go(page.url.href, { person: personId });
  if (!chosen.url.href.startsWith(CLI_CLIENT.redirectUri)) return no(`Nobody of the demo is called ${personId}. The sign-in page lists everybody: ${platform}/auth/login`);
  const tokens = await flow.finish(chosen.url.searchParams, attempt);
  return 'refused' in tokens ? no('The sign-in did not succeed; try again.') : tokens.accessToken;
};
