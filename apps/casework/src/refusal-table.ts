import { allSentences } from '@perspectief/edge';

/** Every expected no with what a person reads, for the reference. */
export const refusalTable = (): string =>
  [
    '# Refusals',
    '',
    'Generated from code by `npm run reference`; do not edit. Every refusal has a stable code and a sentence.',
    '',
    '| code | Nederlands | English |',
    '|---|---|---|',
    ...Object.entries(allSentences())
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { nl, en }]) => `| \`${code}\` | ${nl} | ${en} |`),
    '',
  ].join('\n');
