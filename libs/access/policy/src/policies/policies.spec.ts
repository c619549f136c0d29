import { actions, isStreamCommand } from './demands.js';
import { policies, rolePolicies } from './index.js';
import { accessRoles } from './words.js';

const rows = rolePolicies.flatMap(({ role, rows: own }) => own.map((row) => ({ role, ...row })));

test('every role of the directory has a policy', () => {
  expect(rolePolicies.map(({ role }) => role).sort()).toEqual([...accessRoles].sort());
});

test.each(actions)('somebody may %s: what nobody may is not offered', (action) => {
  expect(rows.filter(({ may }) => may.includes(action)).length).toBeGreaterThan(0);
});

test('every row says why in Dutch and in English, and where that stands', () => {
  for (const { why, source } of rows) expect([why.nl, why.en, source].every((text) => text.length > 8 || /^[A-Z]{2}-\d\d/.test(text))).toBe(true);
});

test('evaluators, the administrator and the budget holder read no file', () => {
  const files = rows.filter(({ role, on, parts = [] }) => ['evaluator', 'microdata-evaluator', 'administrator', 'budget-holder'].includes(role) && on === 'file' && parts.length > 0);
  expect(files.flatMap(({ may }) => may)).toEqual(['householdSpend']);
});

test('the privacy officer reads files by emergency access alone', () => {
  const reading = rows.filter(({ role, on, parts = [] }) => role === 'privacy-officer' && on === 'file' && parts.includes('summary'));
  expect(reading.flatMap(({ may }) => may)).toEqual(['household', 'trajectory', 'clocks', 'timeline', 'trajectoryChanged', 'householdExport']);
  for (const { when } of reading) expect(when).toEqual([{ householdId: { $in: '§glasses' } }]);
});

test('only coach and expert of a tandem read what it writes down', () => {
  const notes = rows.filter(({ parts = [] }) => parts.includes('tandem-notes'));
  expect(notes.map(({ role, when }) => [role, when])).toEqual([
    ['neighbourhood-coach', [{ municipality: '§municipality', tandem: '§me' }]],
    ['experience-expert', [{ municipality: '§municipality', tandem: '§me' }]],
  ]);
});

test('scores of life areas are for coach and household', () => {
  const scores = rows.filter(({ parts = [], purpose }) => parts.includes('scores') && purpose !== 'break-glass');
  expect([...new Set(scores.map(({ role }) => role))]).toEqual(['neighbourhood-coach', 'household-member']);
});

test('what must be done to keep somebody safe is for staff: a page of a household is also read by whom it is to be kept from', () => {
  const safety = rows.filter(({ parts = [], purpose }) => parts.includes('safety') && purpose !== 'break-glass');
  expect([...new Set(safety.map(({ role }) => role))]).toEqual(['neighbourhood-coach', 'debt-counsellor']);
});

test('a restricted household is closed to every action but those of who restricts and oversees', () => {
  const [ban] = policies.bans;
  const open = actions.filter((action) => !ban?.never.includes(action));
  expect(open).toEqual(['RestrictHousehold', 'LiftRestriction', 'EraseHousehold', 'EraseLawData', 'readerLog', 'readerLogExport', 'BreakGlass', 'ReviewBreakGlass']);
});

test('no command of the platform itself may come from outside', () => {
  const commands: readonly string[] = actions.filter(isStreamCommand);
  expect(commands.filter((name) => ['ClaimHousehold', 'ReleaseHousehold', 'ExpireFreeze', 'LapseOffer', 'ReserveBuyOut'].includes(name))).toEqual([]);
});
