import { actions, isAction, isStreamCommand, type Action } from './policies/demands.js';
import { bans, rolePolicies } from './policies/index.js';
import { ME, ME_AT_HOME, MY_AREAS, MY_GLASSES, MY_MUNICIPALITY, MY_WHOLE_MUNICIPALITY, type Condition, type PolicyRow } from './policies/words.js';

const WORDS: Readonly<Record<string, string>> = {
  [ME]: 'me',
  [ME_AT_HOME]: 'me, for who lives there',
  [MY_AREAS]: 'my areas',
  [MY_MUNICIPALITY]: 'my municipality',
  [MY_WHOLE_MUNICIPALITY]: 'my municipality, for who has no area',
  [MY_GLASSES]: 'households whose glass I broke',
};

const valueInWords = (value: unknown): string => {
  if (typeof value === 'string') return WORDS[value] ?? value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const [[operator, operand] = ['', '']] = Object.entries(value as Readonly<Record<string, unknown>>);
  return `${{ $in: 'in', $nin: 'not in', $ne: 'not' }[operator] ?? operator} ${valueInWords(operand)}`;
};

const inWords = (condition: Condition): string =>
  Object.entries(condition)
    .map(([field, value]) => `${field}: ${valueInWords(value)}`)
    .join(' and ');

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

const rowInWords = ({ may, on, when, parts, why, source, purpose, law }: PolicyRow): readonly string[] => [
  `- **${why.en}** *${why.nl}*`,
  `  - may: ${listed(may)}`,
  `  - of a ${on}${when ? `, when ${when.map(inWords).join('; or ')}` : ''}`,
  ...(parts ? [`  - sees: ${parts.join(', ')}`] : []),
  `  - purpose in the reader log: ${purpose}${law ? `, under ${law}` : ''}; source: ${source}`,
];

const MARK = (rows: readonly PolicyRow[], action: Action): string => {
  const own = rows.flatMap((row, n) => (row.may.includes(action) ? [String(n + 1)] : []));
  return own.length > 0 ? own.join(', ') : '';
};

const grid = (title: string, of: readonly Action[]): readonly string[] => [
  `## ${title}`,
  '',
  `| | ${rolePolicies.map(({ role }) => role).join(' | ')} |`,
  `|---|${rolePolicies.map(() => '---|').join('')}`,
  ...of.map((action) => `| \`${action}\` | ${rolePolicies.map(({ rows }) => MARK(rows, action)).join(' | ')} |`),
  '',
];

/** The policies as a privacy officer reads them; generated, so that it is what the code does. */
export const accessTable = (): string =>
  [
    '# Who may see and do what',
    '',
    'Generated from code by `npm run reference`; do not edit. A number names the row of the role below; an empty cell is a no.',
    'What no row says is denied, and answered like something that is not there.',
    '',
    ...grid('Commands', actions.filter(isStreamCommand)),
    ...grid('Questions, subscriptions, exports and the rest', actions.filter((action) => isAction(action) && !isStreamCommand(action))),
    ...grid('The evaluation service', actions.filter((action) => !isAction(action))),
    '## Bans: over every row of every role',
    '',
    ...bans.flatMap(({ on, when, never }) => [
      `- Never, of a ${on.join(' or ')}, when ${inWords(when)}.`,
      `  Not banned: ${listed(actions.filter((action) => !never.includes(action)))}.`,
    ]),
    '',
    ...rolePolicies.flatMap(({ role, rows }) => [`## ${role}`, '', ...rows.flatMap((row, n) => rowInWords(row).map((line) => line.replace(/^- /, `${n + 1}. `))), '']),
  ].join('\n');
