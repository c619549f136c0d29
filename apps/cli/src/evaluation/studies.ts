import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Role } from '@perspectief/directory';
import { isRefused } from '@perspectief/kernel';
import { studyCard, studyRefusals, type StudyCard, type StudyCommand } from '@perspectief/evaluation-studies';
import { Ending, exitCodes } from '../exit.js';
import { tableOf } from '../terminal/table.js';
import { personAs, refusedWith, uuidOf, withEvaluation, type Evaluation } from './opening.js';

interface Common {
  readonly as: string;
  readonly data?: string;
  readonly json?: boolean;
}

const cardIn = async (path: string): Promise<StudyCard> => {
  const text = await readFile(path, 'utf8').catch(() => { throw new Ending(exitCodes.usage, 'The card cannot be read.'); });
  try {
    return studyCard.strict().parse(JSON.parse(text));
  } catch {
    throw new Ending(exitCodes.usage, 'The card is no study card; docs/how-to/evaluation.md shows one.');
  }
};

const sent = async (evaluation: Evaluation, command: StudyCommand, as: string, roles: readonly Role[]): Promise<void> => {
  const { id, role, municipality } = await personAs(evaluation, as, roles);
  const sender = { commandId: randomUUID(), actor: { id, role }, municipality, now: new Date().toISOString() };
  const decision = await evaluation.studies.run(command, sender);
  if (isRefused(decision)) throw refusedWith(decision.refused, studyRefusals);
};

const told = async ({ studies }: Evaluation, studyId: string, json: boolean): Promise<void> => {
  const study = await studies.find(studyId);
  if (!study) throw new Ending(exitCodes.no, studyRefusals.UNKNOWN_STUDY.en);
  const { phase, version, hash, card, cohorts, datasets } = study.state;
  const words = [
    `Study ${studyId}: ${card.question}`, `Version ${version}, ${phase}`, `Hash ${hash}`,
    ...cohorts.map(({ cohortId, position }) => `Cohort ${cohortId} at ${position}`), ...datasets.map((id) => `Data set ${id}`),
  ];
  process.stdout.write(`${json ? JSON.stringify({ studyId, phase, version, hash, card, cohorts, datasets }) : words.join('\n')}\n`);
};

export const draft = async (path: string, { as, study, data, json = false }: Common & { readonly study?: string }): Promise<void> => {
  const card = await cardIn(path);
  const studyId = study === undefined ? randomUUID() : uuidOf(study);
  await withEvaluation(data, async (evaluation) => {
    await sent(evaluation, { type: 'DraftStudy', data: { studyId, card } }, as, ['evaluator']);
    await told(evaluation, studyId, json);
  });
};

export const approve = async (study: string, { as, hash, data, json = false }: Common & { readonly hash: string }): Promise<void> => {
  const studyId = uuidOf(study);
  await withEvaluation(data, async (evaluation) => {
    const known = await evaluation.studies.find(studyId);
    if (!known) throw new Ending(exitCodes.no, studyRefusals.UNKNOWN_STUDY.en);
    await sent(evaluation, { type: 'ApproveStudy', data: { studyId, version: known.state.version, hash } }, as, ['evaluator', 'privacy-officer']);
    await told(evaluation, studyId, json);
  });
};

export const show = (study: string, { data, json = false }: Omit<Common, 'as'>): Promise<void> =>
  withEvaluation(data, (evaluation) => told(evaluation, uuidOf(study), json));

export const list = ({ municipality, data, json = false }: Omit<Common, 'as'> & { readonly municipality: string }): Promise<void> =>
  withEvaluation(data, async ({ studies }) => {
    const rows = (await studies.list(municipality)).map(({ state: { id, phase, version, card } }) => ({ id, phase, version, question: card.question }));
    const text = json ? JSON.stringify(rows) : tableOf(['study', 'phase', 'version', 'question'], rows.map(({ id, phase, version, question }) => [id, phase, String(version), question]));
    process.stdout.write(`${rows.length === 0 && !json ? 'There are no studies yet.' : text}\n`);
  });

export const destroyKey = async (study: string, { as, data }: Common): Promise<void> => {
  const studyId = uuidOf(study);
  await withEvaluation(data, async (evaluation) => {
    await personAs(evaluation, as, ['privacy-officer']);
    if (!(await evaluation.studies.find(studyId))) throw new Ending(exitCodes.no, studyRefusals.UNKNOWN_STUDY.en);
    await evaluation.studies.keys.destroy(studyId);
    process.stdout.write('The key is destroyed: no name of this study can be led back, and it cannot be cut again.\n');
  });
};
