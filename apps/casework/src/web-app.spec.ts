import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { serveWebApp } from './web-app.js';

let folder: string;
let server: FastifyInstance;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'perspectief-site-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Perspectief</title>');
  writeFileSync(join(folder, 'robots.txt'), 'User-agent: *\nDisallow: /\n');
  writeFileSync(join(folder, 'assets', 'index-a09ljIWg.js'), 'export {};');
  server = Fastify();
  await serveWebApp(server, folder);
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string, accept = 'text/html') => server.inject({ url, headers: { accept } });

test.each(['/', '/werk', '/huishouden/36a43ff3/schulden?op=2025-01-15'])('%s is the page of the application, kept by nobody', async (url) => {
  const { statusCode, headers, body } = await get(url);
  expect([statusCode, headers['cache-control']]).toEqual([200, 'no-store']);
  expect(body).toContain('Perspectief');
});

test('a file with a hash in its name stays a year', async () => {
  const { headers } = await get('/assets/index-a09ljIWg.js', '*/*');
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test.each([['/assets/gone-a09ljIWg.js', '*/*'], ['/graphql/other', 'text/html'], ['/auth/other', 'text/html'], ['/werk', 'application/json'], ['/manifest.json', 'text/html']])(
  '%s asked as %s is not answered with the page',
  async (url, accept) => {
    expect((await get(url, accept)).statusCode).toBe(404);
  },
);

test('search engines are kept out', async () => expect((await get('/robots.txt')).body).toContain('Disallow: /'));

test('without a built application there is the API alone', async () => {
  const bare = Fastify();
  await serveWebApp(bare, join(folder, 'nothing'));
  expect((await bare.inject({ url: '/', headers: { accept: 'text/html' } })).statusCode).toBe(404);
  await bare.close();
});
