import type { FastifyInstance, FastifyReply } from 'fastify';
import { WRONG_REQUEST } from '../http-errors.js';

/** Said twice, these would mean one thing to whoever stands before the service and another thing here. */
const ONCE: ReadonlySet<string> = new Set(['host', 'authorization', 'content-type', 'origin', 'sec-fetch-site']);

const isSaidTwice = (rawHeaders: readonly string[]): boolean => {
  const names = rawHeaders.flatMap((text, n) => (n % 2 === 0 && ONCE.has(text.toLowerCase()) ? [text.toLowerCase()] : []));
  return new Set(names).size < names.length;
};

/** The router reads `/%67raphql`, `http://any.where/graphql` and `/graphql#` as `/graphql`; rules that look at the address do not. */
const isPlain = (url: string): boolean => /^\/[\w\-.~/@:]*(\?|$)/.test(url);

const refuse = async (reply: FastifyReply, status: 400 | 415): Promise<void> => void (await reply.code(status).send(WRONG_REQUEST));

/** A request that could be read in two ways is not read. */
export const refuseTwoMeanings = (server: FastifyInstance): void => {
  server.addHook('onRequest', async ({ raw, url, headers }, reply) => {
    if (reply.sent || (isPlain(url) && !isSaidTwice(raw.rawHeaders))) return;
    await refuse(reply, 400);
    // A refused upgrade leaves a socket that nobody would close.
    if (headers.upgrade !== undefined) raw.socket.destroySoon();
  });
};

/** A question comes as JSON alone: what forms of other sites can send is none. After the guard, which has its own word for those. */
export const takeJsonAlone = (server: FastifyInstance): void => {
  server.addHook('onRequest', async ({ url, method, headers }, reply) => {
    if (reply.sent || method !== 'POST' || !/^\/graphql(\?|$)/.test(url)) return;
    if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) await refuse(reply, 415);
  });
};
