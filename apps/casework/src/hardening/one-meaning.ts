import type { FastifyInstance, FastifyReply } from 'fastify';
import { WRONG_REQUEST } from '../http-errors.js';

/** Said twice, these would mean one thing to whoever stands before the service and another thing here. */
const ONCE: ReadonlySet<string> = new Set(['host', 'authorization', 'content-type', 'origin', 'sec-fetch-site']);

const isSaidTwice = (rawHeaders: readonly string[]): boolean => {
  const names = rawHeaders.flatMap((text, n) => (n % 2 === 0 && ONCE.has(text.toLowerCase()) ? [text.toLowerCase()] : []));
  return new Set(names).size < names.length;
};

const refuse = async (reply: FastifyReply, status: 400 | 415): Promise<void> => void (await reply.code(status).send(WRONG_REQUEST));

/** A request that could be read in two ways is not read. */
export const refuseSaidTwice = (server: FastifyInstance): void => {
  server.addHook('onRequest', async ({ raw }, reply) => {
    if (!reply.sent && isSaidTwice(raw.rawHeaders)) await refuse(reply, 400);
  });
};

/** A question comes as JSON alone: what forms of other sites can send is none. After the guard, which has its own word for those. */
export const takeJsonAlone = (server: FastifyInstance): void => {
  server.addHook('onRequest', async ({ url, method, headers }, reply) => {
    if (reply.sent || method !== 'POST' || !/^\/graphql(\?|$)/.test(url)) return;
    if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) await refuse(reply, 415);
  });
};
