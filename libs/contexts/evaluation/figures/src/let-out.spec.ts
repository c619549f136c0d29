import { release, statementsOf, type Ledger } from '@perspectief/evaluation-disclosure';
import { letFigureOut } from './let-out.js';
import { mapParts, variantParts } from './process.js';
import type { StudyCase } from './study-case.js';

const [OPEN, TALK, PLAN, CLOSE] = ['TrajectoryOpened', 'FirstConversationHeld', 'PlanAgreed', 'TrajectoryClosed'] as const;
const about = { release: 'map', population: 'cohort' };

let made = 0;
const cases = (number: number, ...steps: readonly string[]): readonly StudyCase[] =>
  Array.from({ length: number }, () => {
    const trajectory = `p${(made += 1)}`;
    return { record: { trajectory }, trace: { trajectory, steps: steps.map((activity, i) => ({ activity, on: `2024-01-${10 + i}` })) } } as unknown as StudyCase;
  });
const subjects = (of: readonly StudyCase[]): readonly string[] => of.map(({ record }) => record.trajectory);

const planned = cases(60, OPEN, TALK, PLAN, CLOSE);
const town = [...planned, ...cases(40, OPEN, TALK, CLOSE), ...cases(30, OPEN, PLAN)];
const said = (...groups: readonly (readonly StudyCase[])[]): Ledger => statementsOf('before', 'said before', groups.map((of, i) => ({ figure: `group ${i}`, subjects: subjects(of) })));

const mapOver = (ledger: Ledger) => {
  const { parts: [part], ledger: after } = letFigureOut({ spec: { kind: 'process-map' }, parts: mapParts(town) }, about, ledger);
  if (!part || !('shown' in part) || !('map' in part.shown)) return { arcs: undefined, hidden: part && 'hidden' in part ? part.hidden : undefined, after };
  return { arcs: part.shown.map.arcs.map(({ from, to }) => `${from ?? 'begin'} > ${to ?? 'end'}`), hidden: part.shown.map.hiddenArcs, after };
};

test('one arc that lies too near to what was said before does not take the whole map with it, and stays away itself', () => {
  const whole = mapOver([]);
  expect(whole).toMatchObject({ hidden: 0, arcs: expect.arrayContaining([`${TALK} > ${PLAN}`, `${OPEN} > ${TALK}`]) as string[] });
  const before = said(planned.slice(0, 57));
  const partly = mapOver(before);
  expect(partly.arcs).not.toContain(`${TALK} > ${PLAN}`);
  expect(partly.arcs?.length).toBeGreaterThan(1);
  expect((partly.arcs?.length ?? 0) + Number(partly.hidden)).toBe(whole.arcs?.length);
});

test('whatever was said before, what is let out of a map or of courses leaves all that was said open, and each is of ten or more', () => {
  for (const cut of [3, 7, 12, 25, 33]) {
    const before = said(town.slice(0, town.length - cut), planned.slice(cut), town.slice(0, 40 + cut));
    const known = release([], before);
    if ('refused' in known) continue;
    for (const parts of [mapParts(town), variantParts(town)]) {
      const { ledger } = letFigureOut({ spec: { kind: 'process-map' }, parts }, about, known.ledger);
      expect(release([], ledger)).toHaveProperty('ledger');
      expect(ledger.filter(({ subjects: behind }) => behind.length < 10)).toEqual([]);
    }
  }
});

test('a map goes along fewer moments where most of it would stay hidden', () => {
  const steps = ['ApplicationDecided', 'IntakeCompleted', 'TandemStarted', 'FreezeGranted', 'BuyOutPaid'];
  const scattered = steps.flatMap((one) => steps.flatMap((other) => (one === other ? [] : cases(3, OPEN, one, other, PLAN, CLOSE))));
  const [part] = mapParts(scattered);
  const map = part && !('refused' in part.made) && 'map' in part.made ? part.made.map : undefined;
  expect(map).toMatchObject({ hiddenArcs: 0 });
  expect(new Set(map?.arcs.map(({ from, to }) => `${from ?? 'begin'} > ${to ?? 'end'}`))).toEqual(new Set([`begin > ${OPEN}`, `${OPEN} > ${PLAN}`, `${PLAN} > ${CLOSE}`, `${CLOSE} > end`]));
});
