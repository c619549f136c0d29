import { isAction } from '@perspectief/access';
import { runningService, type RunningService } from '../api/running-service.js';

/**
 * `public`: says nothing of anybody; `proof`: a step of signing in or out, with a proof of its own; `signed-in`: for who is
 * known, and what they get passes the desk; else the action of the policy that is asked.
 */
const routes: Readonly<Record<string, string>> = {
  'GET /health/live': 'public',
  'GET /health/ready': 'public',
  'GET /auth/login': 'public',
  'GET /auth/callback': 'proof',
  'POST /auth/logout': 'proof',
  'GET /auth/session': 'signed-in',
  'GET /auth/who': 'public',
  'POST /graphql': 'signed-in',
  // Sockets begin here; a question in the address is refused.
  'GET /graphql': 'signed-in',
  'GET /budgets/:id/year-statement.csv': 'year-statement.csv',
  'GET /budgets/:id/ledger.csv': 'ledger.csv',
};

/** Files of the web application, where it was built: the same for everybody. */
const site: Readonly<Record<string, string>> = {
  'GET /': 'public',
  'GET /*': 'public',
  'GET /assets/*': 'public',
  'GET /robots.txt': 'public',
};

/** For who builds; never in production. */
const explorer: Readonly<Record<string, string>> = { 'GET /explorer': 'public', 'GET /explorer/*': 'public' };

interface Printing {
  printRoutes(how: { readonly commonPrefix: false }): string;
}

/** Method and path of every route that the server has, from its own tree; HEAD goes with GET. */
const routesOf = ({ app }: RunningService): readonly string[] => {
  const path: string[] = [];
  return (app.getHttpAdapter().getInstance() as unknown as Printing)
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', segment, methods = ''] = /^((?:[│├└─ ]{4})*)(\S+)(?: \(([A-Z, ]+)\))?/.exec(line) ?? [];
      if (segment === undefined) return [];
      path.splice(indent.length / 4 - 1, path.length, segment);
      const url = `/${path.join('/')}`.replace(/^\/+/, '/');
      return methods.split(', ').filter((method) => method !== '' && method !== 'HEAD').map((method) => `${method} ${url}`);
    });
};

describe.each([
  ['in production', true, { ...routes, ...site }],
  ['for who builds', false, { ...routes, ...site, ...explorer }],
])('%s', (_, production, known) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runningService({ production });
  }, 60_000);
  afterAll(() => service?.close());

  test('every route of the service has a line here, and every line a route', () => {
    const there = routesOf(service);
    expect(there.filter((route) => !(route in known))).toEqual([]);
    expect(Object.keys(known).filter((route) => !there.includes(route) && !(route in site))).toEqual([]);
  });

  test.each(Object.entries(known).filter(([route]) => !route.includes('*')))('%s is for who its line says: %s', async (route, line) => {
    const [method = '', path = ''] = route.split(' ');
    const id = '00000000-0000-5000-8000-000000000001';
    const asked = service.http[method === 'POST' ? 'post' : 'get'](path.replace(':id', id)).set('host', '127.0.0.1').set('sec-fetch-site', 'same-origin');
    const { status } = await (path === '/graphql' && method === 'POST' ? asked.send({ query: '{ worklist(tab: "all") { __typename } }' }) : asked);
    const refused = [401, 403].includes(status);
    if (line === 'public') expect([status, refused]).toEqual([status, false]);
    else if (line === 'proof') expect([status, refused]).toEqual([status, true]);
    else expect(status).toBe(route === 'GET /graphql' ? 405 : 401);
    expect(['public', 'proof', 'signed-in'].includes(line) || isAction(line)).toBe(true);
  });
});
