import { deriveId } from '@perspectief/kernel';
import { checkLog } from './log.mjs';
import { checkPolicies } from './policies.mjs';
import { checkPots } from './pots.mjs';
import { checkCheckpoints, checkRebuilt, checkSeen, checkShared } from './projections.mjs';

const command = (n: number): string => deriveId('checked', n);
const anEvent = (n: number, more: object = {}) => ({
  id: deriveId('event', n), commandId: command(n), stream: 'household-1', streamVersion: n, position: `p${n}`, type: 'MemberAdded', actor: { id: 'coach', role: 'coach' }, data: {}, ...more,
});
const aReceipt = (n: number, more: object = {}) => ({ commandId: command(n), stream: 'household-1', before: n - 1, after: n, refused: null, ...more });
const accepted = (n: number, more: object = {}) => ({ accepted: { stream: 'household-1', version: n, position: `p${n}`, events: 1, repeated: false, ...more } });
const refused = (code: string) => ({ refused: { code }, repeated: false });
const sent = (n: number, ...answers: object[]) => ({ request: { type: 'AddMember', commandId: command(n) }, answers });

/** Two commands that went well, and one that was refused. */
const good = () => ({
  operations: [sent(1, accepted(1), accepted(1, { repeated: true })), sent(2, accepted(2)), sent(3, refused('NO'))],
  prepared: [],
  events: [anEvent(1), anEvent(2)],
  receipts: [aReceipt(1), aReceipt(2), aReceipt(3, { before: null, after: null, refused: { code: 'NO' } })],
  reactions: [],
});
type World = ReturnType<typeof good>;

test('a log in which all is well is not complained of', () => {
  expect([...checkLog(good())]).toEqual([]);
});

test.each<[string, (world: World) => Partial<World>, RegExp]>([
  ['an acknowledged command that is lost', ({ events }) => ({ events: events.slice(0, 1) }), /accepted with 1 events, and the log has 0/],
  ['a lost command whose receipt is lost with it', ({ events, receipts }) => ({ events: events.slice(0, 1), receipts: receipts.filter(({ commandId }) => commandId !== command(2)) }), /left no receipt/],
  ['a command that was written twice', ({ events }) => ({ events: [...events, anEvent(2, { streamVersion: 3, id: deriveId('again'), position: 'p3' })] }), /the log has 2/],
  ['two answers that both say that they wrote', ({ operations }) => ({ operations: [...operations, sent(2, accepted(2), accepted(2))] }), /written twice/],
  ['two answers that differ', ({ operations }) => ({ operations: [...operations, sent(2, accepted(2), refused('NO'))] }), /in two ways/],
  ['a command that stands elsewhere than its sender was told', ({ operations }) => ({ operations: [...operations, sent(2, accepted(2, { position: 'p9' }))] }), /stands elsewhere/],
  ['a refused command that wrote', ({ operations }) => ({ operations: [...operations, sent(2, refused('NO'))] }), /was refused, and wrote 1/],
  ['half of a command', ({ receipts }) => ({ receipts: [...receipts.slice(1), aReceipt(1, { after: 2 })] }), /do not agree/],
  ['events without a receipt', ({ receipts }) => ({ operations: [], receipts: receipts.slice(1) }), /wrote events and left no receipt/],
  ['a gap in a stream', ({ events: [first, second] }) => ({ events: [first, { ...second, streamVersion: 3 }] as World['events'] }), /has version 3 in place 2/],
  ['a stream out of the order of the log', ({ events }) => ({ events: [...events].reverse() }), /has version 2 in place 1/],
  ['two events with one id', ({ events: [first, second] }) => ({ events: [first, { ...second, id: first?.id }] as World['events'] }), /have one id/],
  ['a command that nobody sent', ({ operations }) => ({ operations: operations.slice(1) }), /that nobody sent/],
])('the checker of the log finds %s', (_, spoil, finds) => {
  const world = good();
  expect([...checkLog({ ...world, ...spoil(world) })].join('\n')).toMatch(finds);
});

describe('the checker of projections', () => {
  const events = [anEvent(1), anEvent(2), anEvent(3)];
  const seen = events.map(({ stream, streamVersion: version, position }) => ({ stream, version, position }));
  const [first, second, third] = seen;

  test.each([
    ['all once, in order', seen, []],
    ['one left out', [first, third], ['the projection was given household-1 3 where household-1 2 comes']],
    ['one given twice', [first, first, second, third], ['the projection was given household-1 1 a second time']],
    ['two in the wrong order', [first, third, second], ['the projection was given household-1 3 where household-1 2 comes']],
    ['the last one not given', [first, second], ['the projection was not given the last 1 events']],
  ])('knows %s', (_, given, findings) => {
    expect([...checkSeen({ seen: given, events })]).toEqual(findings);
  });

  test.each([
    ['all once, each stream in its order', seen, []],
    ['one left out', [first, third], ['household-1 was given as 1, 3']],
    ['one given twice', [first, second, second, third], ['household-1 was given as 1, 2, 2']],
    ['the last one given twice', [...seen, third], ['household-1 3 was given a second time']],
    ['the last one not given', [first, second], ['household-1 was given as 1, 2']],
  ])('knows of one that is shared out %s', (_, given, findings) => {
    expect([...checkShared({ shared: given, events })]).toEqual(findings);
  });

  test('finds a row that a rebuild does not make, and one that it adds', () => {
    const live = new Map([['read.a', ['(1)', '(2)']]]);
    expect([...checkRebuilt({ live, rebuilt: new Map([['read.a', ['(1)', '(2)']]]) })]).toEqual([]);
    expect([...checkRebuilt({ live, rebuilt: new Map([['read.a', ['(2)', '(3)']]]) })]).toEqual([
      'read.a: a row that is not there after a rebuild: (1)',
      'read.a: a row that a rebuild adds: (3)',
    ]);
  });

  test('finds a reader that stopped before the end', () => {
    expect([...checkCheckpoints({ checkpoints: [{ reader: 'jars', position: 'p2' }], head: 'p3' })]).toEqual(['jars stands at p2, and the log ends at p3']);
  });
});

describe('the checker of policies', () => {
  const otherwiseId = (id: string): string => `${id} otherwise`;
  const reaction = (commandId: string, more: object = {}) => ({ commandId, policy: 'p', state: 'done', refused: null, otherwise: false, ...more });
  const receipt = (commandId: string, refusedAs: object | null = null) => ({ commandId, refused: refusedAs });

  test.each([
    ['sent, once', [reaction('a')], [receipt('a')], []],
    ['not noted', [], [], [/noted nothing/]],
    ['noted and never sent', [reaction('a', { state: 'pending' })], [], [/never sent/]],
    ['marked as sent and not sent', [reaction('a')], [], [/there is no receipt/]],
    ['sent though nothing called for it', [reaction('a'), reaction('b')], [receipt('a'), receipt('b')], [/nothing called for it/]],
    ['marked otherwise than it was answered', [reaction('a')], [receipt('a', { code: 'NO' })], [/says accepted of a, and the log NO/]],
    ['refused, and what follows sent', [reaction('a', { state: 'refused', refused: 'NO', otherwise: true }), reaction('a otherwise')], [receipt('a', { code: 'NO' }), receipt('a otherwise')], []],
  ])('knows what is %s', (_, reactions, receipts, finds) => {
    const findings = [...checkPolicies({ called: [{ commandId: 'a', policy: 'p' }], reactions, receipts, otherwiseId })];
    expect(findings).toEqual(finds.map((pattern) => expect.stringMatching(pattern) as unknown));
  });
});

test('the checker of pots finds a year that paid more than it had', () => {
  const stream = 'pooledBudget-1';
  const events = [
    { ...anEvent(1), stream, type: 'ContributionMade', data: { year: 2026, domain: 'wmo', amount: 100 } },
    { ...anEvent(2), stream, type: 'PaymentRecorded', data: { year: 2026, amount: 60 } },
    { ...anEvent(3), stream, type: 'PaymentRecorded', data: { year: 2026, amount: 60 } },
  ];
  expect([...checkPots({ events: events.slice(0, 2) })]).toEqual([]);
  expect([...checkPots({ events })]).toEqual([expect.stringContaining('paid out more of 2026 than came in')]);
});
