import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefused, refuse, type Recorded, type Refusal, type Uuid } from '@perspectief/kernel';
import { lawTable } from '@perspectief/law';
import { trajectoryEvents } from '@perspectief/trajectory-domain';
import { cutStudy, Engine, StudyKey, writeDataset, type Cut, type CutRefusal, type Manifest } from '@perspectief/evaluation-datasets';
import type { Cohort, DraftedStudy, StudyRefusal } from '@perspectief/evaluation-studies';
import type { KnownStudy, Studies, StudySender } from './studies.js';

export const exportRefusals = {
  NOTHING_THERE: { nl: 'Er staat nog niets in het logboek.', en: 'There is nothing in the log yet.' },
  COHORT_CHANGED: { nl: 'De onderzoeksgroep is niet meer opnieuw samen te stellen zoals zij is vastgelegd.', en: 'The cohort can no longer be put together as it was frozen.' },
  TOO_FEW: { nl: 'Er blijven te weinig zaken over om iemand te beschermen.', en: 'Too few cases are left to protect anybody.' },
  KEY_DESTROYED: { nl: 'De sleutel van dit onderzoek is vernietigd; het is niet meer uit te nemen.', en: 'The key of this study is destroyed; it can no longer be cut.' },
} as const satisfies Readonly<Record<CutRefusal | 'KEY_DESTROYED', { readonly nl: string; readonly en: string }>>;
export type ExportRefusal = keyof typeof exportRefusals | StudyRefusal;

export interface ExportRequest {
  readonly studyId: Uuid;
  /** A cohort that was frozen before; without it, one is frozen now, at the position. */
  readonly cohortId?: Uuid | undefined;
  /** Where in the log the data end. */
  readonly position: string;
  readonly folder: string;
  readonly expiresOn: string;
  readonly code: Manifest['code'];
  readonly sender: Omit<StudySender, 'commandId'>;
  /** The whole log, from its beginning. */
  readonly log: () => AsyncIterable<readonly Recorded[]>;
  readonly onProgress?: (events: number) => void;
}

export interface Exported {
  readonly manifest: Manifest;
  readonly cut: Cut;
  readonly cohortId: Uuid;
}

type No = { readonly refused: Refusal<ExportRefusal> };

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const roleThatApproved = ({ state, history }: KnownStudy): string =>
  history.filter((one) => one.type === 'StudyApproved' && one.data.hash === state.hash).at(-1)?.actor.role ?? '';

const versionsOf = (types: readonly string[]): Readonly<Record<string, number>> => {
  const definitions: Readonly<Record<string, { readonly version: number }>> = trajectoryEvents;
  return Object.fromEntries(types.map((type) => [type, definitions[type]?.version ?? 1]));
};

const originOf = (study: KnownStudy, { request, cut, datasetId, cohortId, cohortPosition, keyId }: {
  readonly request: ExportRequest; readonly cut: Cut; readonly datasetId: Uuid; readonly cohortId: Uuid; readonly cohortPosition: string; readonly keyId: string;
}) => {
  const { id, version, hash, card, datasets } = study.state;
  const replaces = datasets.at(-1);
  return {
    kind: 'study', datasetId, createdAt: request.sender.now, code: request.code, caseNotion: 'trajectory',
    study: { id, version, hash, purpose: card.purpose, legalBasis: card.legalBasis },
    requestedByRole: request.sender.actor.role, approvedByRole: roleThatApproved(study),
    cohort: { id: cohortId, position: cohortPosition, members: cut.members, prevalent: cut.prevalent },
    asOf: { position: request.position, cutOn: cut.cutOn },
    view: { knowledge: 'as-known-now', corrections: 'dates corrected; events.is_correction marks corrections; OCEL and XES leave them out' },
    rules: { law: digest(lawTable()), clocks: 'each clock by the version that applied on its day' },
    eventSchemaVersions: versionsOf(cut.eventTypes),
    inclusion: { ...cut.inclusion },
    withdrawn: cut.withdrawn,
    pseudonyms: { scheme: StudyKey.scheme, keyId, dates: 'each household moved by whole weeks of its own, at most 26 either way' },
    ...(replaces !== undefined && { replaces }),
    expiresOn: request.expiresOn,
  } as const;
};

/** What was done to protect people, for whoever judges the data set. It names nobody and no small number. */
const reportOf = ({ protection: { policy, levels, smallestClass } }: Cut) => ({
  product: 'controlled-microdata',
  stillPersonalData: true,
  threshold: policy.threshold,
  leftOutOf: 'every table: texts, personal fields, free codes, times of day, positions in the log',
  amounts: 'two digits',
  dates: 'moved by whole weeks for each household',
  madeCoarser: Object.entries(levels).filter(([, level]) => level > 0).map(([name]) => name),
  smallestClass,
});

const frozen = async (studies: Studies, { studyId, position, sender }: ExportRequest, { cutOn, members, arms, prevalent }: Cut): Promise<No | { readonly cohortId: Uuid }> => {
  const cohortId = randomUUID();
  const decision = await studies.run({ type: 'FreezeCohort', data: { studyId, cohortId, position, cutOn, members, arms, prevalent } }, { ...sender, commandId: randomUUID() });
  return isRefused(decision) ? decision : { cohortId };
};

const objection = ({ phase }: DraftedStudy, cohort: Cohort | undefined, { cohortId, position }: ExportRequest): No | undefined => {
  if (cohortId !== undefined && !cohort) return refuse('UNKNOWN_COHORT', { field: 'cohortId' });
  if (cohort && position < cohort.position) return refuse('POSITION_BEHIND', { field: 'position' });
  return !cohort && phase !== 'approved' ? refuse('NOT_APPROVED') : undefined;
};

/**
 * Cuts a data set for an approved study: freezes the cohort first where there is none yet, writes the folder, and records both. The
 * folder is written before the fact: should the record fail, the folder goes.
 */
export const exportStudy = async (studies: Studies, request: ExportRequest): Promise<Exported | No> => {
  const { studyId, position, folder, sender } = request;
  const study = await studies.find(studyId);
  if (!study) return refuse('UNKNOWN_STUDY', { field: 'studyId' });
  const cohort = study.state.cohorts.find((one) => one.cohortId === request.cohortId);
  const no = objection(study.state, cohort, request);
  if (no) return no;
  const key = await studies.keys.of(studyId);
  if (!key) return refuse('KEY_DESTROYED');
  const aside = await mkdtemp(join(tmpdir(), 'perspectief-cut-'));
  const engine = await Engine.open({ folder: aside });
  try {
    const cohortPosition = cohort?.position ?? position;
    const cut = await cutStudy(engine, request.log(), { card: study.state.card, position, cohortPosition, key, members: cohort?.members }, request.onProgress);
    if ('refused' in cut) return cut;
    const known = cohort ?? (await frozen(studies, request, cut));
    if ('refused' in known) return known;
    const { cohortId } = known;
    const datasetId = randomUUID();
    const origin = originOf(study, { request, cut, datasetId, cohortId, cohortPosition, keyId: key.id });
    const papers = { 'study-card.json': study.state.card, 'disclosure-report.json': reportOf(cut) };
    const manifest = await writeDataset(engine, { origin, caseType: 'trajectory', name: studyId, papers }, folder);
    const files = manifest.files.map(({ path, logicalSha256 }) => ({ path, digest: logicalSha256 }));
    const decision = await studies.run(
      { type: 'CutDataset', data: { studyId, datasetId, cohortId, position, files, withdrawn: cut.withdrawn, expiresOn: request.expiresOn, ...(origin.replaces && { replaces: origin.replaces }) } },
      { ...sender, commandId: randomUUID() },
    );
    if (!isRefused(decision)) return { manifest, cut, cohortId };
    await rm(folder, { recursive: true, force: true });
    return decision;
  } finally {
    engine.close();
    await rm(aside, { recursive: true, force: true });
  }
};
