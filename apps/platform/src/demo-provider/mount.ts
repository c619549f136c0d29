import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { SignInSettings } from '@perspectief/casework';
import type { Directory } from '@perspectief/directory';
import { AUDIENCE, DEMO_PATH, WEB_CLIENT } from '@perspectief/sign-in';
import { demoProvider } from './provider.js';
import { demoSecrets } from './secrets.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface DemoSignIn {
  readonly signIn: SignInSettings;
  /** Hands everything under /oidc to the provider. */
  readonly alsoServes: (server: FastifyInstance) => Promise<void>;
}

/** As a provider that is mounted under a path wants it: the path that is left, and the whole one beside it. */
const underPath = (request: IncomingMessage): IncomingMessage => {
  const originalUrl = request.url ?? '';
  return Object.assign(request, { originalUrl, url: originalUrl.slice(DEMO_PATH.length) });
};

/** Signing in for the demonstration. Its address is known once the service listens: nothing asks for it earlier. */
export const demoSignIn = async (dataDir: string, directory: Directory, publicUrl: () => string): Promise<DemoSignIn> => {
  const secrets = await demoSecrets(dataDir);
  let provider: Promise<Handler> | undefined;
  const handler = (): Promise<Handler> => (provider ??= demoProvider(publicUrl(), secrets, directory).then((made) => made.callback()));
  return {
    signIn: {
      issuer: { issuer: () => `${publicUrl()}${DEMO_PATH}`, clientId: WEB_CLIENT, clientSecret: secrets.clientSecret, audience: AUDIENCE },
      publicUrl,
    },
    alsoServes: async (server) => {
      await server.register(async (scope) => {
        // The provider reads bodies itself.
        scope.removeAllContentTypeParsers();
        scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
        scope.route({
          method: ['GET', 'POST'],
          url: `${DEMO_PATH}/*`,
          handler: async (request, reply) => {
            const handle = await handler();
            reply.hijack();
            handle(underPath(request.raw), reply.raw);
          },
        });
      });
    },
  };
};
