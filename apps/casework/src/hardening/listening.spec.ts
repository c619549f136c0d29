import Fastify, { type FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import type { Look } from '@perspectief/reader-log';
import { limitListening } from './listening.js';
import { OpenSubscriptions } from './open-subscriptions.js';
import { limitRates, usualLimits, type RateLimited } from './rate-limits.js';

type Hook = (schema: unknown, document: unknown, context: unknown, id: unknown) => Promise<void>;

const listening = async (limits = usualLimits) => {
  const looks: ((look: Look) => void)[] = [];
  const log = { onLook: (hear: (look: Look) => void) => void looks.push(hear) } as unknown as RateLimited['log'];
  const hasToWait = await limitRates(Fastify() as unknown as FastifyInstance, { visitors: () => undefined as never, log, limits });
  let hook: Hook = async () => undefined;
  const server = { graphql: { addHook: (_name: string, added: Hook) => (hook = added) } } as unknown as FastifyInstance;
  limitListening(server, hasToWait, new OpenSubscriptions(limits.subscribed));
  const listen = async (readyState = 1): Promise<unknown> => {
    const socket = { readyState, once: () => undefined, close: (code: number) => code };
    return hook({}, parse('subscription { worklistChanged { position } }'), { socket, actor: { id: 'coach', role: 'neighbourhood-coach' } }, '1').then(() => 'listens', (error: { readonly extensions: object }) => error.extensions);
  };
  const denied = (): void => looks.forEach((hear) => hear({ action: 'denied', person: { id: 'coach', role: 'neighbourhood-coach' } } as Look));
  return { listen, denied };
};

test('a socket that is going begins nothing more of what it sent before, and that costs its person nothing', async () => {
  const { listen } = await listening({ ...usualLimits, subscribing: 1 });
  for (const readyState of [0, 2, 3]) expect(await listen(readyState)).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  expect(await listen()).toBe('listens');
  expect(await listen()).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
});

test('who tried one door after another listens to nothing either', async () => {
  const { listen, denied } = await listening({ ...usualLimits, denied: 2 });
  denied();
  expect(await listen()).toBe('listens');
  denied();
  expect(await listen()).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
});
