import type { StudyAction } from '@perspectief/access';
import type { Ask, Colleague } from '@perspectief/evaluation-register';
import { deriveId, type Uuid } from '@perspectief/kernel';
import { StudyDesk, type Arguments } from './desk.js';

const [own, theirs, nowhere] = ['own', 'theirs', 'nowhere'].map((word) => deriveId('study', word)) as [Uuid, Uuid, Uuid];
const evaluator: Colleague = { id: 'eva', role: 'evaluator', municipality: 'groningen', active: true } as Colleague;

let asks: Ask[] = [];
beforeEach(() => {
  asks = [];
});

const towns: Readonly<Record<Uuid, string>> = { [own]: 'groningen', [theirs]: 'haarlem' };
const jobs: Readonly<Record<Uuid, Uuid>> = { [deriveId('job', 'own')]: own, [deriveId('job', 'theirs')]: theirs };

/** What comes of a question: the study that it is about, or the code of the refusal. */
const asked = async (action: StudyAction, args: Arguments, colleague: Colleague | undefined = evaluator, role = colleague.role): Promise<unknown> => {
  const desk = new StudyDesk({
    staff: { find: async (ids: readonly string[]) => (ids.includes(colleague.id) ? [colleague] : []) } as never,
    log: { write: async (ask) => void asks.push(ask) },
    studies: { find: async (id: Uuid) => (towns[id] ? { history: [{ municipality: towns[id] }] } : undefined) } as never,
    leads: { studyOfJob: async (id) => jobs[id], studyOfRelease: async () => undefined },
  });
  return desk.admit(action, args, { actor: { id: colleague.id, role } }).then(({ studyId }) => studyId, ({ extensions }: { extensions: { code: string } }) => extensions.code);
};

test('an evaluator asks about studies of the own municipality, by the study or by a job of it', async () => {
  expect([await asked('study', { studyId: own }), await asked('job', { jobId: deriveId('job', 'own') }), await asked('studies', {})]).toEqual([own, own, undefined]);
  expect(asks).toEqual([]);
});

test.each<[string, StudyAction, Arguments, Uuid | undefined]>([
  ['a study of others', 'study', { studyId: theirs }, theirs],
  ['a study that nobody began', 'study', { studyId: nowhere }, nowhere],
  ['an id that is none', 'study', { studyId: 'x' }, undefined],
  ['a job of others', 'job', { jobId: deriveId('job', 'theirs') }, theirs],
  ['a job that nobody asked for', 'job', { jobId: deriveId('job', 'nowhere') }, undefined],
])('%s is not found, and that somebody tried is written down', async (_, action, args, studyId) => {
  expect(await asked(action, args)).toBe('NOT_FOUND');
  expect(asks).toEqual([expect.objectContaining({ personId: 'eva', what: action, studyId, outcome: 'denied' })]);
});

test.each(['neighbourhood-coach', 'debt-counsellor', 'budget-holder', 'household-member', 'administrator'])('a %s asks the evaluation nothing, and that is written down', async (role) => {
  const codes = [await asked('studies', {}, { ...evaluator, role } as Colleague), await asked('study', { studyId: own }, { ...evaluator, role } as Colleague), await asked('study', { studyId: nowhere }, { ...evaluator, role } as Colleague)];
  expect([codes, asks.map(({ outcome }) => outcome)]).toEqual([Array(3).fill('FORBIDDEN'), Array(3).fill('denied')]);
});

test('each product has a role of its own, and a no is written down under the product that was asked for', async () => {
  const microdata = { ...evaluator, role: 'microdata-evaluator' } as Colleague;
  const both = async (action: StudyAction) => [await asked(action, { studyId: own }), await asked(action, { studyId: own }, microdata)];
  for (const action of ['ReleaseFigures', 'releases', 'release', 'DraftStudy', 'ApproveStudy'] as const) expect([action, ...(await both(action))]).toEqual([action, own, 'FORBIDDEN']);
  for (const action of ['studyCases', 'replay', 'counterfactual', 'dataSets', 'CutDataset', 'dataset-file', 'dataset-archive'] as const)
    expect([action, ...(await both(action))]).toEqual([action, 'FORBIDDEN', own]);
  expect(asks.filter(({ what }) => what === 'CutDataset')).toEqual([expect.objectContaining({ product: 'controlled-microdata', role: 'evaluator', outcome: 'denied' })]);
});

test('the officer oversees, and cuts no data set; who left, or came in under another role, is nobody', async () => {
  const officer = { ...evaluator, role: 'privacy-officer' } as Colleague;
  expect([await asked('studyLog', {}, officer), await asked('CutDataset', { studyId: own }, officer)]).toEqual([undefined, 'FORBIDDEN']);
  expect([await asked('studies', {}, { ...evaluator, active: false }), await asked('studies', {}, evaluator, 'privacy-officer')]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
});
