import { createHash } from 'node:crypto';
import { deriveId } from '@perspectief/kernel';
import { scenariosOf } from '@perspectief/kernel/testing';
import { canonical } from '@perspectief/evaluation-replay';
import { caption, causalWordsIn, studyCard, studyDecider, studyEvents, studyRefusals, type Condition, type StudyCard, type StudyCommand, type StudyEvent } from './index.js';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const { scenario } = scenariosOf(studyDecider, { digest });
const [studyId, cohortId, datasetId, releaseId] = ['study', 'cohort', 'dataset', 'release'].map((word) => deriveId(word)) as [string, string, string, string];

const tandem: Condition = { kind: 'happened', event: 'TandemStarted' };
const card: StudyCard = {
  question: 'Hoe lang duurt de intake met en zonder tandem?', purpose: 'evaluatie', legalBasis: 'AVG 89',
  eligibility: [{ kind: 'attribute', attribute: 'area', values: ['beijum'] }, { kind: 'happened', event: 'FreezeRequested', not: true }],
  arms: [{ name: 'tandem', when: [tandem] }, { name: 'geen tandem', when: [{ ...tandem, not: true }] }],
  timeZero: { event: 'FirstConversationHeld' }, outcome: { event: 'IntakeCompleted', says: 'intake klaar' }, followUpDays: 365,
  censoring: [{ reason: 'moved', informative: false }, { reason: 'withdrew', informative: true }], competing: ['deceased'],
  contrast: 'intention-to-treat', analysis: ['kaplan-meier', 'log-rank'], subgroups: [],
};
const hash = digest(canonical(card));
const draft = (changes: Partial<StudyCard> = {}): StudyCommand => ({ type: 'DraftStudy', data: { studyId, card: { ...card, ...changes } } });
const drafted: StudyEvent = { type: 'StudyDrafted', data: { studyId, version: 1, hash, card, draftedBy: 'coach' } };
const approved: StudyEvent = { type: 'StudyApproved', data: { version: 1, hash, approvedBy: 'second' } };
const approve: StudyCommand = { type: 'ApproveStudy', data: { studyId, version: 1, hash } };
const freeze: StudyCommand = { type: 'FreezeCohort', data: { studyId, cohortId, position: '0000000500', cutOn: '2025-01-01', members: 'digest', arms: [{ name: 'tandem', size: 40 }, { name: 'geen tandem', size: 60 }], prevalent: 3 } };
const frozen: StudyEvent = { type: 'CohortFrozen', data: { cohortId, version: 1, hash, position: '0000000500', cutOn: '2025-01-01', members: 'digest', arms: [{ name: 'tandem', size: 40 }, { name: 'geen tandem', size: 60 }], prevalent: 3 } };
const cut = (position = '0000000500'): StudyCommand => ({ type: 'CutDataset', data: { studyId, datasetId, cohortId, position, files: [{ path: 'events.parquet', digest: 'd' }], withdrawn: 1, expiresOn: '2026-01-01' } });
const release = (kind: 'balance' | 'outcome', more: object = {}): StudyCommand =>
  ({ type: 'MakeRelease', data: { studyId, releaseId, cohortId, product: 'safe-aggregates', kind, disclosure: { report: 'r' }, texts: [], ...more } });
const balance: StudyEvent = { type: 'ReleaseMade', data: { releaseId: deriveId('balance'), cohortId, product: 'safe-aggregates', kind: 'balance', report: 'r' } };

describe('a study card', () => {
  scenario('is a version with the digest of what it says').when('2025-01-02', draft()).then(drafted);
  scenario('is drafted again as the next version, which is not approved').given('2025-01-01', drafted, approved)
    .when('2025-01-03', draft({ followUpDays: 180 })).thenState((state) => [state.phase, 'version' in state && state.version], ['drafted', 2]);
  scenario('that says nothing new is no new version').given('2025-01-01', drafted).when('2025-01-02', draft()).refused('OUT_OF_ORDER');
  scenario('wants its question').when('2025-01-02', draft({ question: ' ' })).refused('CARD_INCOMPLETE', { field: 'question' });
  scenario('wants to say whose cases, where it says so at all').when('2025-01-02', draft({ municipalities: [] })).refused('CARD_INCOMPLETE', { field: 'municipalities' });
  scenario('that does not say whose cases looks at those of its own municipality').given('2025-01-01', drafted).when('2025-01-02', draft({ followUpDays: 90 }))
    .thenState((state) => state.phase !== 'none' && [state.municipality, state.card.municipalities], ['groningen', ['groningen']]);
  scenario('wants two arms').when('2025-01-02', draft({ arms: card.arms.slice(0, 1) })).refused('CARD_INCOMPLETE', { field: 'arms' });
  scenario('wants conditions that say something').when('2025-01-02', draft({ eligibility: [{ kind: 'attribute', attribute: 'area' }] })).refused('CARD_INCOMPLETE', { field: 'eligibility' });
  scenario('wants events that there are').when('2025-01-02', draft({ outcome: { event: 'PlanAgred', says: 'plan' } })).refused('UNKNOWN_EVENT', { field: 'outcome' });
  scenario('may not choose by what came later').when('2025-01-02', draft({ eligibility: [{ kind: 'happened', event: 'PlanAgreed', to: '30' }] })).refused('LOOKS_AHEAD');
  scenario('may not choose by what did not come later either').when('2025-01-02', draft({ eligibility: [{ kind: 'happened', event: 'TrajectoryClosed', to: '30', not: true }] })).refused('LOOKS_AHEAD');
  scenario('may not make an arm of who completed the plan').when('2025-01-02', draft({ arms: [{ name: 'klaar', when: [{ kind: 'happened', event: 'GoalReached', from: '0', to: '365' }] }, { name: 'rest', when: [] }] })).refused('ARM_DEFINED_LATER');
  scenario('may not count as outcome what made the arms').when('2025-01-02', draft({ outcome: { event: 'TandemStarted', says: 'tandem' } })).refused('OUTCOME_IN_DEFINITION');
  scenario('is not written tomorrow').when('2025-01-02', draft(), { now: '2025-01-01' }).refused('IN_THE_FUTURE');
});

describe('approval', () => {
  scenario('is given by a second person').given('2025-01-01', drafted).when('2025-01-02', approve, { actor: 'second' }).then(approved);
  scenario('is not given by who wrote it').given('2025-01-01', drafted).when('2025-01-02', approve).refused('OWN_STUDY');
  scenario('nor by who wrote an earlier version').given('2025-01-01', { ...drafted, data: { ...drafted.data, draftedBy: 'second' } } as StudyEvent, { ...drafted, data: { ...drafted.data, version: 2 } } as StudyEvent)
    .when('2025-01-02', { type: 'ApproveStudy', data: { studyId, version: 2, hash } }, { actor: 'second' }).refused('OWN_STUDY');
  scenario('is of the card that was read').given('2025-01-01', drafted).when('2025-01-02', { type: 'ApproveStudy', data: { studyId, version: 1, hash: 'other' } }, { actor: 'second' }).refused('CARD_CHANGED');
  scenario('of a card that looks at another municipality is for a privacy officer').given('2025-01-01', { ...drafted, data: { ...drafted.data, card: { ...card, municipalities: ['groningen', 'tenboer'] } } } as StudyEvent)
    .when('2025-01-02', approve, { actor: 'second' }).refused('OTHER_MUNICIPALITIES');
  scenario('of nothing is none').when('2025-01-02', approve).refused('UNKNOWN_STUDY');
});

describe('a cohort and its data', () => {
  scenario('is frozen at a position, under the approved version').given('2025-01-01', drafted, approved).when('2025-01-02', freeze).then(frozen);
  scenario('is not frozen before approval').given('2025-01-01', drafted).when('2025-01-02', freeze).refused('NOT_APPROVED');
  scenario('is frozen once').given('2025-01-01', drafted, approved, frozen).when('2025-01-02', freeze).refused('COHORT_EXISTS');
  scenario('data are cut from a frozen cohort').given('2025-01-01', drafted, approved, frozen).when('2025-01-02', cut()).thenTypes('DatasetCut');
  scenario('not from before it was frozen').given('2025-01-01', drafted, approved, frozen).when('2025-01-02', cut('0000000499')).refused('POSITION_BEHIND');
  scenario('not from one that is not there').given('2025-01-01', drafted, approved).when('2025-01-02', cut()).refused('UNKNOWN_COHORT');
});

describe('a release', () => {
  const ready = [drafted, approved, frozen] as const;
  scenario('of balance is made').given('2025-01-01', ...ready).when('2025-01-02', release('balance')).thenTypes('ReleaseMade');
  scenario('of an outcome waits for balance').given('2025-01-01', ...ready).when('2025-01-02', release('outcome')).refused('BALANCE_FIRST');
  scenario('of an outcome follows it').given('2025-01-01', ...ready, balance).when('2025-01-02', release('outcome')).thenTypes('ReleaseMade');
  scenario('that shows too much is a fact too').given('2025-01-01', ...ready).when('2025-01-02', release('balance', { disclosure: { refused: 'DIFFERENCING' } }))
    .then({ type: 'ReleaseRefused', data: { releaseId, cohortId, product: 'safe-aggregates', kind: 'balance', because: 'DIFFERENCING' } });
  scenario('with a refused balance gives no way to outcomes').given('2025-01-01', ...ready, { type: 'ReleaseRefused', data: { releaseId: deriveId('b'), cohortId, product: 'safe-aggregates', kind: 'balance', because: 'TOO_FEW' } })
    .when('2025-01-02', release('outcome')).refused('BALANCE_FIRST');
  scenario('claims no cause').given('2025-01-01', ...ready).when('2025-01-02', release('balance', { texts: ['The tandem reduces dropout.'] })).refused('CAUSAL_WORDING');
});

test('generated texts speak of a difference between groups, in both languages, and claim no cause', () => {
  const { nl, en } = caption({ outcome: 'IntakeCompleted', arms: ['tandem', 'geen tandem'], difference: -12.3456, lower: -20, upper: -4.5, confidence: 0.95, unit: { nl: 'dagen', en: 'days' } });
  expect([nl, en].flatMap(causalWordsIn)).toEqual([]);
  expect(en).toBe('IntakeCompleted: difference between the groups tandem and geen tandem: -12.3 days (95% interval -20 to -4.5). The groups may differ in other ways as well.');
  expect(nl).toContain('verschil tussen de groepen');
});

test.each(['Dankzij het tandem', 'het leidt tot rust', 'De aanpak werkt', 'because of it', 'it caused that', 'Improves', 'the effect'])('%p claims a cause', (text) => {
  expect(causalWordsIn(text).length).toBeGreaterThan(0);
});
test.each(['verschil tussen de groepen', 'werkdagen', 'a difference', 'causeway', 'hulpvraag'])('%p does not', (text) => expect(causalWordsIn(text)).toEqual([]));

test('a card fits its schema, every event too, and each refusal has its sentence in both languages', () => {
  expect(studyCard.parse(card)).toEqual(card);
  for (const event of [drafted, approved, frozen, balance]) expect(studyEvents[event.type].schema.strict().parse(event.data)).toEqual(event.data);
  for (const { nl, en } of Object.values(studyRefusals)) expect([nl, en].every((sentence) => sentence.endsWith('.'))).toBe(true);
  expect(studyCard.safeParse({ ...card, eligibility: [{ kind: 'happened', event: 'X', to: 'soon' }] }).success).toBe(false);
});
