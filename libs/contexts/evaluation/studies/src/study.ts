import { inTheFuture, refuse, unless, type CommandMeta, type Decider, type Decision, type Recorded, type Rule } from '@perspectief/kernel';
import { canonical, type Digest } from '@perspectief/evaluation-replay';
import type { StudyCommand } from './commands.js';
import type { StudyEvent } from './events.js';
import { armsLookBack, eligibilityLooksBack, isComplete, namesEvents, outcomeIsApart, saysNoCause } from './guard-rails.js';
import type { StudyRefusal } from './refusals.js';
import type { Cohort, DraftedStudy, StudyState } from './state.js';

/** A digest such as SHA-256, brought by whoever runs the command. */
export interface StudyContext {
  readonly digest: Digest;
}

type StudyDecision = Decision<StudyEvent, StudyRefusal>;
type Data<Type extends StudyCommand['type']> = Extract<StudyCommand, { type: Type }>['data'];

const cohortOf = ({ cohorts }: DraftedStudy, cohortId: string): Cohort | undefined => cohorts.find((cohort) => cohort.cohortId === cohortId);
const isKnown = (cohort: Cohort | undefined): Rule<StudyRefusal> => !cohort && { code: 'UNKNOWN_COHORT', field: 'cohortId' };
const isApproved = ({ phase }: DraftedStudy): Rule<StudyRefusal> => phase !== 'approved' && { code: 'NOT_APPROVED' };

const draft = ({ studyId, card }: Data<'DraftStudy'>, state: StudyState, { actor }: CommandMeta, { digest }: StudyContext): StudyDecision => {
  const hash = digest(canonical(card));
  if (state.phase !== 'none' && state.hash === hash) return refuse('OUT_OF_ORDER');
  const version = state.phase === 'none' ? 1 : state.version + 1;
  return unless([isComplete(card), namesEvents(card), eligibilityLooksBack(card), armsLookBack(card), outcomeIsApart(card)], () => [
    { type: 'StudyDrafted', data: { studyId, version, hash, card, draftedBy: actor.id } },
  ]);
};

/** Cases of another municipality are that one's: a privacy officer weighs it, not a fellow evaluator. */
const looksElsewhere = ({ card: { municipalities = [] }, municipality }: DraftedStudy): boolean => municipalities.some((one) => one !== municipality);

const approve = ({ version, hash }: Data<'ApproveStudy'>, study: DraftedStudy, { actor }: CommandMeta): StudyDecision =>
  unless(
    [
      study.authors.includes(actor.id) && { code: 'OWN_STUDY' },
      (study.version !== version || study.hash !== hash) && { code: 'CARD_CHANGED', field: 'version' },
      study.phase === 'approved' && { code: 'OUT_OF_ORDER' },
      looksElsewhere(study) && actor.role !== 'privacy-officer' && { code: 'OTHER_MUNICIPALITIES' },
    ],
    () => [{ type: 'StudyApproved', data: { version, hash, approvedBy: actor.id } }],
  );

const freeze = ({ studyId: _, ...frozen }: Data<'FreezeCohort'>, study: DraftedStudy): StudyDecision =>
  unless([cohortOf(study, frozen.cohortId) && { code: 'COHORT_EXISTS', field: 'cohortId' }, isApproved(study)], () => [
    { type: 'CohortFrozen', data: { ...frozen, arms: [...frozen.arms], version: study.version, hash: study.hash } },
  ]);

const cut = ({ studyId: _, ...dataset }: Data<'CutDataset'>, study: DraftedStudy): StudyDecision => {
  const cohort = cohortOf(study, dataset.cohortId);
  return unless(
    [
      isKnown(cohort),
      study.datasets.includes(dataset.datasetId) && { code: 'DATASET_EXISTS', field: 'datasetId' },
      cohort && dataset.position < cohort.position && { code: 'POSITION_BEHIND', field: 'position' },
    ],
    () => [{ type: 'DatasetCut', data: { ...dataset, files: [...dataset.files] } }],
  );
};

const makeRelease = ({ releaseId, cohortId, product, kind, disclosure, texts }: Data<'MakeRelease'>, study: DraftedStudy): StudyDecision => {
  const cohort = cohortOf(study, cohortId);
  const about = { releaseId, cohortId, product, kind };
  return unless(
    [
      isKnown(cohort),
      study.releases.includes(releaseId) && { code: 'RELEASE_EXISTS', field: 'releaseId' },
      kind === 'outcome' && !cohort?.released.includes('balance') && { code: 'BALANCE_FIRST', field: 'kind' },
      saysNoCause(texts),
    ],
    () => ['report' in disclosure
      ? { type: 'ReleaseMade', data: { ...about, report: disclosure.report } }
      : { type: 'ReleaseRefused', data: { ...about, because: disclosure.refused } }],
  );
};

const decideKnown = (command: Exclude<StudyCommand, { type: 'DraftStudy' }>, study: DraftedStudy, meta: CommandMeta): StudyDecision => {
  switch (command.type) {
    case 'ApproveStudy': return approve(command.data, study, meta);
    case 'FreezeCohort': return freeze(command.data, study);
    case 'CutDataset': return cut(command.data, study);
    case 'MakeRelease': return makeRelease(command.data, study);
  }
};

const evolve = (state: StudyState, event: Recorded<StudyEvent>): StudyState => {
  if (event.type === 'StudyDrafted') {
    const { studyId: id, version, hash, draftedBy } = event.data;
    const municipality = state.phase === 'none' ? event.municipality : state.municipality;
    const card = { ...event.data.card, municipalities: event.data.card.municipalities ?? [municipality] };
    const before = state.phase === 'none' ? { authors: [], cohorts: [], datasets: [], releases: [] } : state;
    return { ...before, phase: 'drafted', id, municipality, version, hash, card, authors: [...before.authors.filter((one) => one !== draftedBy), draftedBy] };
  }
  if (state.phase === 'none') return state;
  switch (event.type) {
    case 'StudyApproved': return { ...state, phase: 'approved' };
    case 'CohortFrozen': {
      const { cohortId, version, position, members } = event.data;
      return { ...state, cohorts: [...state.cohorts, { cohortId, version, position, members, released: [] }] };
    }
    case 'DatasetCut': return { ...state, datasets: [...state.datasets, event.data.datasetId] };
    case 'ReleaseRefused': return { ...state, releases: [...state.releases, event.data.releaseId] };
    case 'ReleaseMade': {
      const { cohortId, kind, releaseId } = event.data;
      const cohorts = state.cohorts.map((one) => (one.cohortId === cohortId ? { ...one, released: [...new Set([...one.released, kind])] } : one));
      return { ...state, cohorts, releases: [...state.releases, releaseId] };
    }
  }
};

/** A study: one card in versions, agreed on by a second person before anything is cut from the log. */
export const studyDecider: Decider<StudyState, StudyCommand, StudyEvent, StudyContext> = {
  initial: { phase: 'none' },
  evolve,
  decide: (command, state, meta, context) => {
    if (inTheFuture(meta) && (command.type === 'DraftStudy' || state.phase !== 'none')) return refuse('IN_THE_FUTURE', { field: 'happenedOn' });
    if (command.type === 'DraftStudy') return draft(command.data, state, meta, context);
    return state.phase === 'none' ? refuse('UNKNOWN_STUDY', { field: 'studyId' }) : decideKnown(command, state, meta);
  },
};
