import { refuse, type Uuid } from '@perspectief/kernel';
import { drawFigure, type FigureSpec, type RuleSetName } from '@perspectief/evaluation-figures';
import type { KnownStudy } from '@perspectief/evaluation-records';
import type { Ending, Job } from '@perspectief/evaluation-register';
import { readCohort } from './read-cohort.js';
import { saidElsewhere } from './said-elsewhere.js';
import { asideOf, senderOf, sha256, withEngine, type Tools } from './tools.js';

type Of<Kind extends Job['request']['kind']> = Extract<Job['request'], { kind: Kind }>;

const rulesIn = (figures: readonly FigureSpec[]): readonly RuleSetName[] => [...new Set(figures.flatMap(({ ruleSet }) => ruleSet ?? []))];

/** Draws figures of a frozen cohort and lets them out, one after another; those that were let out before stay as they are. */
export const releaseFigures = async (job: Job, study: KnownStudy, { cohortId, figures }: Of<'release'>, tools: Tools): Promise<Ending> => {
  const { studies, releases, log, onProgress, folder } = tools;
  const { id: studyId, card, cohorts } = study.state;
  const cohort = cohorts.find((one) => one.cohortId === cohortId);
  if (!cohort) return { state: 'refused', refusal: refuse('UNKNOWN_COHORT', { field: 'cohortId' }).refused };
  const known = await Promise.all(figures.map((spec) => releases.known(studyId, cohortId, spec)));
  const wanted = figures.filter((_, i) => known[i] === undefined);
  const releaseIds: Uuid[] = known.flatMap((one) => one?.releaseId ?? []);
  if (wanted.length === 0) return { state: 'done', result: { cohortId, releaseIds } };
  const key = await studies.keys.of(studyId);
  if (!key) return { state: 'refused', refusal: refuse('KEY_DESTROYED').refused };
  const { position } = cohort;
  const read = await withEngine(asideOf(folder, job), (engine) =>
    readCohort(engine, log(), { card, key, position, ruleSets: rulesIn(wanted) }, onProgress));
  if ('refused' in read) return { state: 'refused', refusal: read.refused };
  if (read.digest !== cohort.members) return { state: 'refused', refusal: refuse('COHORT_CHANGED').refused };
  const { stages, cutOn, trajectoryIds } = read;
  const elsewhere = await saidElsewhere(tools, studyId, trajectoryIds, key);
  for (const spec of wanted) {
    const cases = spec.ruleSet === undefined ? read.cases : read.cases.flatMap((one) => {
      const otherwise = one.under.get(spec.ruleSet ?? '');
      return otherwise ? [{ ...one, otherwise }] : [];
    });
    const figure = drawFigure(spec, { stages, cases, followUpDays: card.followUpDays });
    const made = await releases.make(figure, { studyId, cohortId, cutOn, position, casesRead: cases.length, elsewhere, sender: senderOf(job, tools), digest: sha256 });
    if ('refused' in made) return { state: 'refused', refusal: made.refused };
    releaseIds.push(made.releaseId);
  }
  return { state: 'done', result: { cohortId, releaseIds } };
};
