import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { toldOf } from './http-errors.js';

/** Where `vite build` of apps/web leaves it. */
const BUILT = fileURLToPath(new URL('../../web/dist/site', import.meta.url));
const PAGE = 'index.html';

/** A browser that goes to a page of the application; not a script that asks for something that is not there. */
const wantsPage = ({ headers, url }: FastifyRequest): boolean =>
  (headers.accept ?? '').includes('text/html') && !/\.\w+(\?|$)/.test(url) && !/^\/(graphql|auth|health|explorer|export|assets)(\/|\?|$)/.test(url);

/**
 * The web application on the service's own address: files whose names hold their hash stay a year, the page itself is asked for each time.
 * Without a built application there is the API alone.
 */
export const serveWebApp = async (server: FastifyInstance, folder = BUILT): Promise<void> => {
  if (!existsSync(join(folder, PAGE))) return;
  await server.register(fastifyStatic, {
    root: folder, serve: false, preCompressed: true, cacheControl: false, etag: true, lastModified: false,
  });
  const page = (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'no-store').sendFile(PAGE);
  server.get<{ Params: { '*': string } }>('/assets/*', (request, reply) => {
    const name = request.params['*'];
    const hashed = /-[\w-]{8}\.\w+$/.test(name);
    return reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600').sendFile(`assets/${name}`);
  });
  server.get('/robots.txt', (_request, reply) => reply.header('cache-control', 'public, max-age=3600').sendFile('robots.txt'));
  server.get('/', (_request, reply) => page(reply));
  server.get('/*', (request, reply) => (wantsPage(request) ? page(reply) : reply.code(404).send(toldOf(404))));
};
