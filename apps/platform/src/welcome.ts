import type { Settings } from './settings.js';

const demonstration = (url: string): readonly string[] => [
  `  Open it in your browser and choose who you are (a demonstration: no password).`,
  '',
  '  Try first:',
  `  TOKEN=$(npm run -s perspectief -- token --as coach-beijum-1 --url ${url})`,
  `  curl -s ${url}/graphql -H 'content-type: application/json' -H "authorization: Bearer $TOKEN" \\`,
  `    -d '{"query":"{ worklist(tab: \\"mine\\", first: 5) { ... on WorklistConnection { edges { node { dueOn state sentence { nl } } } } } }"}'`,
  '',
  '  Ctrl-C stops. The demonstration asks for no password: only this machine can reach it.',
];

/** What a newcomer reads first: where it is, and what to try. */
export const welcome = (url: string, { production, databaseUrl, dataDir, city }: Settings): string =>
  [
    '',
    `  Perspectief runs on ${url}`,
    '',
    `  GraphQL   ${url}/graphql`,
    ...(production ? [] : [`  Explorer  ${url}/explorer`]),
    `  Database  ${databaseUrl ? 'your own server' : `embedded, in ${dataDir}`}`,
    ...(city ? [`  Sign in   ${city.publicUrl()}/auth/login, at ${city.issuer.issuer()}`, '', '  Ctrl-C stops.'] : demonstration(url)),
    '',
  ].join('\n');
