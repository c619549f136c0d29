import fc from 'fast-check';
import { Rules } from './authorise.js';
import type { Subject } from './authorise.js';
import { actions, type Action } from './policies/demands.js';
import { policies, type Policies } from './policies/index.js';
import { parts, type Part } from './policies/parts.js';
import type { PolicyRow } from './policies/words.js';
import { slowRule } from './testing/slow-rule.js';
import { subjects, viewers } from './testing/worlds.js';
import type { Viewer } from './viewer.js';

const asked = [undefined, ...parts];

/** The first question on which the policies and the slow rule differ. */
const difference = (viewer: Viewer, about: Subject, among: Policies, which: readonly Action[] = actions, of: readonly (Part | undefined)[] = asked): string | undefined => {
  const rules = new Rules(viewer, among);
  for (const action of which)
    for (const part of of)
      if (rules.may(action, about, part) !== slowRule(viewer, action, about, part)) return `${viewer.role}: ${action} ${about.kind} ${part ?? ''}`;
  return undefined;
};

test('people, files, pots, requests and grounds of all kinds: the policies say what the slow rule says, part by part', () => {
  fc.assert(
    fc.property(viewers, subjects, (viewer, about) => {
      expect(difference(viewer, about, policies)).toBeUndefined();
    }),
    { numRuns: 300 },
  );
}, 120_000);

test('all parts at once are the parts one by one', () => {
  fc.assert(
    fc.property(viewers, subjects, fc.constantFrom(...actions), (viewer, about, action) => {
      const rules = new Rules(viewer);
      expect([...rules.partsOf(action, about)]).toEqual(parts.filter((part) => rules.may(action, about, part)));
    }),
    { numRuns: 2_000 },
  );
}, 60_000);

const worlds = fc.sample(fc.tuple(viewers, subjects), 6_000);

interface Without {
  readonly name: string;
  readonly policies: Policies;
  readonly role?: string;
  readonly row?: PolicyRow;
}

const withoutRow = (role: string, n: number, change: 'row' | number): Policies => ({
  ...policies,
  roles: policies.roles.map((policy) =>
    policy.role !== role
      ? policy
      : {
          ...policy,
          rows: policy.rows.flatMap((row, index) => {
            if (index !== n) return [row];
            return change === 'row' ? [] : [{ ...row, when: row.when?.filter((_, at) => at !== change) }];
          }),
        },
  ),
});

const without: readonly Without[] = [
  ...policies.roles.flatMap(({ role, rows }) =>
    rows.flatMap((row, n): Without[] => [
      { name: `row ${n + 1} of the ${role}`, policies: withoutRow(role, n, 'row'), role, row },
      ...((row.when?.length ?? 0) > 1
        ? (row.when ?? []).map((_, at) => ({ name: `condition ${at + 1} in row ${n + 1} of the ${role}`, policies: withoutRow(role, n, at), role, row }))
        : []),
    ]),
  ),
  ...policies.bans.map((_, n) => ({ name: `ban ${n + 1}`, policies: { ...policies, bans: policies.bans.filter((__, at) => at !== n) } })),
];

/** Each demand of each condition let go: wider than it may be. */
const wider: readonly Without[] = policies.roles.flatMap(({ role, rows }) =>
  rows.flatMap((row, n) =>
    (row.when ?? []).flatMap((condition, at) =>
      Object.keys(condition).map((field): Without => {
        const { [field]: _, ...rest } = condition;
        const roles = policies.roles.map((policy) =>
          policy.role === role ? { ...policy, rows: rows.map((one, index) => (index === n ? { ...row, when: row.when?.map((other, place) => (place === at ? rest : other)) } : one)) } : policy,
        );
        return { name: `${field} in condition ${at + 1} of row ${n + 1} of the ${role}`, policies: { ...policies, roles }, role, row };
      }),
    ),
  ),
);

const noticed = ({ policies: among, role, row }: Without): boolean =>
  worlds.some(
    ([viewer, about]) =>
      (role === undefined || viewer.role === role) &&
      (row === undefined || row.on === about.kind) &&
      difference(viewer, about, among, row?.may.slice(0, 2), [undefined, row?.parts?.[0]]) !== undefined,
  );

test.each([...without, ...wider])('without $name somebody notices', (change) => {
  expect(noticed(change)).toBe(true);
});
