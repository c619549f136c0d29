import type { Settings } from './settings.js';

/** What a newcomer reads first: where it is, and what to try. */
export const welcome = (url: string, { production, databaseUrl, dataDir }: Settings): string =>
  [
    '',
    `  Perspectief runs on ${url}`,
    '',
    `  GraphQL   ${url}/graphql`,
    ...(production ? [] : [`  Explorer  ${url}/explorer`]),
    `  Database  ${databaseUrl ? 'your own server' : `embedded, in ${dataDir}`}`,
    '',
    '  Try first:',
    `  curl -s ${url}/graphql -H 'content-type: application/json' -H 'x-demo-actor: coach-beijum-1' \\`,
    `    -d '{"query":"{ worklist(tab: \\"mine\\", first: 5) { ... on WorklistConnection { edges { node { dueOn state sentence { nl } } } } } }"}'`,
    '',
    '  Ctrl-C stops. There is no sign-in yet: only this machine can reach it.',
    '',
  ].join('\n');
