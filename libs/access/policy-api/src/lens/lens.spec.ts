import { parts, type Part } from '@perspectief/access';
import { domains, type Domain } from '@perspectief/kernel';
import { dutchLaw } from '@perspectief/law';
import { foldPage, timelineOf, trajectoryView, type TimelineEntry, type TrajectoryView } from '@perspectief/trajectory-read';
import { historyOf, told, wholeTrajectory } from '@perspectief/trajectory-read/testing';
import fc from 'fast-check';
import { readsStory, type Eyes } from './eyes.js';
import { entrySeen, seesEntry } from './timeline-lens.js';
import { trajectorySeen } from './trajectory-lens.js';

const story = told('2024-01-20', 'StoryTold', { storyId: '00000000-0000-5000-8000-000000000001', text: 'VERHAAL', visibleTo: ['debt-counsellor'] });
const need = told('2024-01-20', 'NeedIdentified', { needId: '00000000-0000-5000-8000-000000000002', domain: 'jeugd', description: 'NOOD' });
const facts = historyOf('lens', [...wholeTrajectory('lens').slice(0, 25), story, need]);
const view = trajectoryView(foldPage(facts), '2025-01-01', dutchLaw) as TrajectoryView;
const entries = timelineOf(facts);

const eyesOf = (open: readonly Part[], role = 'debt-counsellor', personId = 'somebody'): Eyes => ({
  viewer: { personId, role },
  parts: new Set(open),
  memberIds: [],
  laws: ['jeugd', 'schuldhulp'],
});

/** Which part each field of the page needs, said a second time. */
const needed: Readonly<Record<string, Part>> = {
  conversations: 'conversations', tandem: 'tandem', plan: 'plan', lifeAreas: 'scores', debts: 'debts', debtSums: 'sums', inventory: 'debts', arrangement: 'debts',
  protectedAmount: 'debts', freezes: 'freezes', threats: 'freezes', safetyTasks: 'safety', buyOuts: 'buy-outs', incentives: 'buy-outs', bottlenecks: 'learning',
  stories: 'stories', clocks: 'clocks',
};

const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
const open = fc.subarray([...parts]);

test('whatever parts are open, a field of another part is empty, and one of an open part is as it was', () => {
  fc.assert(
    fc.property(open, (seen) => {
      const page = trajectorySeen(view, eyesOf(seen));
      for (const [field, part] of Object.entries(needed)) {
        const now = page[field as keyof typeof page];
        if (!seen.includes(part)) expect([field, isEmpty(now)]).toEqual([field, true]);
        else if (!['stories', 'clocks', 'tandem'].includes(field)) expect([field, now]).toEqual([field, view[field as keyof TrajectoryView]]);
      }
      const laws = domains.filter((law) => seen.includes(law));
      expect(page.applications?.every(({ law }) => laws.includes(law))).toBe(true);
      expect(page.clocks?.every(({ law }) => laws.includes(law))).toBe(true);
      expect(page.needs?.every(({ domain }) => laws.includes(domain))).toBe(true);
    }),
  );
});

test('every part that is closed is named; a law only where there is support', () => {
  const { closed } = trajectorySeen(view, eyesOf(['summary', 'plan']));
  expect(closed).toContainEqual({ part: 'jeugd', reason: 'support-in-place' });
  expect(closed).toContainEqual({ part: 'debts', reason: 'not-for-your-task' });
  expect(closed.map(({ part }) => part)).not.toContain('wmo');
  expect(closed.map(({ part }) => part)).not.toContain('plan');
});

test.each([
  ['the coach of the pair', ['tandem', 'tandem-notes'], 'coach', true],
  ['the expert of the pair', ['tandem', 'tandem-notes'], 'expert', true],
  ['somebody of another pair, on a day of this one', ['tandem', 'tandem-notes'], 'other', false],
  ['a coach who is of no pair now', ['tandem'], 'coach', false],
  ['nobody, where the tandem itself is closed', ['tandem-notes'], 'coach', undefined],
] as const)('notes of a tandem are read by %s or not', (_, seen, personId, reads) => {
  const { tandem } = trajectorySeen(view, eyesOf(seen, 'neighbourhood-coach', personId));
  expect(tandem && tandem.contactLog !== null).toBe(reads ?? null);
  expect(view.tandem.contactLog).toHaveLength(1);
});

test('a line of the timeline wants its kind of work and its law open, and a story its reader', () => {
  fc.assert(
    fc.property(open, (seen) => {
      const lines = entries.filter((entry) => seesEntry(eyesOf(seen), entry));
      const laws: readonly (Domain | undefined)[] = [undefined, ...domains.filter((law) => seen.includes(law))];
      expect(lines.every(({ domain }) => laws.includes(domain))).toBe(true);
      expect(lines.some(({ track }) => track === 'debts') && !seen.includes('debts')).toBe(false);
      expect(lines.some(({ type }) => type === 'StoryTold') && !seen.includes('stories')).toBe(false);
    }),
  );
});

const noted = (event: ReturnType<typeof told>) => timelineOf(historyOf('lens', [...wholeTrajectory('lens').slice(0, 25), event])).find(({ note }) => note?.text === 'NOTITIE');
const ids = ['1', '2', '3'].map((n) => `00000000-0000-5000-8000-00000000000${n}`);
const contact = noted(told('2024-01-20', 'ContactLogged', { contactId: ids[0] ?? '', kind: 'call', reached: true, note: 'NOTITIE' }));
const costs = noted(told('2024-01-20', 'DebtRemoved', { debtId: ids[1] ?? '', reason: 'NOTITIE' }));
const safety = noted(told('2024-01-20', 'SafetyTaskClosed', { taskId: ids[2] ?? '', result: 'NOTITIE' }));
const opening = timelineOf(historyOf('lens', [...wholeTrajectory('lens').slice(0, 25), told('2024-01-20', 'SafetyTaskOpened', { taskId: ids[2] ?? '', kind: 'shelter', dueOn: '2024-01-21' })]));
const paired = { ...contact, note: { text: 'NOTITIE', for: ['coach', 'expert'] } };

test.each([
  ['a contact', contact, ['notes'], 'somebody', true],
  ['a contact', contact, ['contacts', 'debt-notes', 'tandem-notes'], 'somebody', false],
  ['a contact, to its writer', contact, [], contact?.actor.id, true],
  ['work on debts', costs, ['debt-notes'], 'somebody', true],
  ['work on debts', costs, ['notes'], 'somebody', false],
  ['how a household was made safe', safety, ['debt-notes'], 'somebody', false],
  ['how a household was made safe', safety, ['notes'], 'somebody', true],
  ['a tandem, to one of the two', paired, ['tandem-notes'], 'expert', true],
  ['a tandem, to one who was of it', paired, [], 'expert', false],
  ['a tandem, to somebody of another', paired, ['notes', 'tandem-notes'], 'somebody', false],
] as const)('the note of %s is read or not (%#)', (_, entry, seen, personId, reads) => {
  expect(entrySeen(entry as TimelineEntry, eyesOf(seen, 'neighbourhood-coach', personId)).note).toBe(reads ? 'NOTITIE' : undefined);
});

test('that something must be done for safety, and that it was, is for who sees safety tasks', () => {
  const lines = [...opening.filter(({ type }) => type === 'SafetyTaskOpened'), safety as TimelineEntry];
  const seen = (...of: readonly Part[]) => lines.map((line) => seesEntry(eyesOf([...of, 'schuldhulp', 'wmo']), line));
  expect(lines).toHaveLength(2);
  expect([seen('freezes'), seen('safety')]).toEqual([[false, false], [true, true]]);
});

test('who sees appointments sees when check-ins are, not how they went', () => {
  const started = told('2024-01-20', 'AftercareStarted', { until: '2024-12-01', checkIns: ['2024-02-01', '2024-06-01'] });
  const held = told('2024-02-01', 'CheckInHeld', { checkInId: ids[0] ?? '', number: 1, wellbeing: 6, newArrears: false, note: 'NOTITIE' });
  const cared = trajectoryView(foldPage(historyOf('lens', [...wholeTrajectory('lens').slice(0, 25), started, held])), '2025-01-01', dutchLaw) as TrajectoryView;
  const of = (...seen: readonly Part[]) => trajectorySeen(cared, eyesOf(seen)).aftercare?.current as { checkIns: readonly object[] } | undefined;
  expect(of('appointments')?.checkIns[0]).toEqual({ number: 1, plannedOn: '2024-02-01', phase: 'held', heldOn: '2024-02-01' });
  expect(of('aftercare')?.checkIns[0]).toMatchObject({ wellbeing: 6 });
  expect(of('summary')).toBeUndefined();
});

test('that a day was put right, and why, is as closed as contacts are', () => {
  const line = { ...(contact as TimelineEntry), type: 'DateCorrected', track: 'intake', corrected: { reason: 'NOTITIE' } } as unknown as TimelineEntry;
  const eyes = [eyesOf(['summary']), eyesOf(['contacts'])];
  expect(eyes.map((one) => seesEntry(one, line))).toEqual([false, true]);
  expect(eyes.map((one) => 'corrected' in entrySeen(line, one))).toEqual([false, true]);
});

test('an expert sees how the own check-in went, and of those of others nothing', () => {
  const held = noted(told('2024-01-20', 'CheckInHeld', { checkInId: ids[0] ?? '', number: 1, wellbeing: 6, newArrears: false, note: 'NOTITIE' })) as TimelineEntry;
  const expert = eyesOf(['summary', 'appointments'], 'experience-expert', held.actor.id);
  expect(seesEntry(expert, held) && entrySeen(held, expert).note).toBe('NOTITIE');
  expect(seesEntry({ ...expert, viewer: { personId: 'other', role: 'experience-expert' } }, held)).toBe(false);
});

test.each([
  ['who told it', 'household-member', 'teller', ['an'], true],
  ['who is named', 'household-member', 'an', ['an'], true],
  ['a role that is named', 'debt-counsellor', 'cy', ['debt-counsellor'], true],
  ['the coach, of what is for a role', 'neighbourhood-coach', 'cy', ['debt-counsellor'], true],
  ['the coach, of what is for one person', 'neighbourhood-coach', 'cy', ['an'], false],
  ['a member, of what is for a role of staff', 'household-member', 'cy', ['debt-counsellor'], false],
  ['an expert, of what is for others', 'experience-expert', 'cy', ['debt-counsellor'], false],
])('a story is read by %s or not', (_, role, personId, visibleTo, reads) => {
  expect(readsStory(eyesOf(['stories'], role, personId), { toldBy: 'teller', visibleTo })).toBe(reads);
});

test('a story is read by the member of the household that it names', () => {
  const at = (memberIds: readonly string[]): boolean => readsStory({ ...eyesOf(['stories'], 'household-member', 'cy'), memberIds }, { toldBy: 'teller', visibleTo: ['member-1'] });
  expect([at(['member-1']), at(['member-2'])]).toEqual([true, false]);
});
