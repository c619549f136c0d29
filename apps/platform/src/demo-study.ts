import { setTimeout as pause } from 'node:timers/promises';
import { demoToken } from '@perspectief/cli';
import { deriveId, type Uuid } from '@perspectief/kernel';

/** What a study of the demonstration compares; as in docs/how-to/evaluation.md, decided before anybody looks. */
const card = {
  question: 'Hoe lang duurt het tot er een plan is, met en zonder een vroeg signaal?',
  purpose: 'evaluation', legalBasis: 'GDPR article 89', eligibility: [],
  arms: [
    { name: 'vroeg signaal', when: [{ kind: 'attribute', attribute: 'source', values: ['early-signal', 'street-approach'] }] },
    { name: 'anders', when: [{ kind: 'attribute', attribute: 'source', values: ['early-signal', 'street-approach'], not: true }] },
  ],
  timeZero: { event: 'TrajectoryOpened' }, outcome: { event: 'PlanAgreed', says: 'er is een plan' }, followUpDays: 365,
  censoring: [{ reason: 'moved', informative: false }, { reason: 'withdrew', informative: true }], competing: ['deceased'],
  contrast: 'intention-to-treat', analysis: ['kaplan-meier', 'log-rank'], subgroups: [],
};

const id = (word: string): Uuid => deriveId('demo study', word);
const studyId = id('study');
const JOB = '__typename ... on JobAsked { job { id } } ... on Refused { code }';
const DRAFT = `mutation ($c: ID!, $i: DraftStudyInput!) { done: draftStudy(commandId: $c, input: $i) { __typename ... on StudyChanged { study { version hash } }
  ... on Refused { code } } }`;
const APPROVE = 'mutation ($c: ID!, $i: ApproveStudyInput!) { done: approveStudy(commandId: $c, input: $i) { __typename ... on Refused { code } } }';
const FREEZE = `mutation ($c: ID!, $i: FreezeCohortInput!) { done: freezeCohort(commandId: $c, input: $i) { ${JOB} } }`;
const RELEASE = `mutation ($c: ID!, $i: ReleaseFiguresInput!) { done: releaseFigures(commandId: $c, input: $i) { ${JOB} } }`;
const ASK_JOB = 'query ($id: ID!) { job(jobId: $id) { state cohortId } }';

const LOOK_AGAIN = 250;

type Ask = <Answer>(query: string, variables?: object) => Promise<Answer>;
interface Done {
  readonly done: { readonly code?: string; readonly job?: { readonly id: string }; readonly study?: { readonly version: number; readonly hash: string } };
}

const asking = (platform: string, token: string, signal: AbortSignal): Ask => async <Answer>(query: string, variables: object = {}): Promise<Answer> => {
  const response = await fetch(`${platform}/evaluation/graphql`, {
    method: 'POST', signal, headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { readonly data?: Answer; readonly errors?: readonly { readonly message: string }[] };
  if (!data || errors) throw new Error(`the evaluation answers ${response.status}: ${errors?.[0]?.message ?? 'nothing'}`);
  return data;
};

const send = async (ask: Ask, mutation: string, word: string, input: object): Promise<Done['done']> => {
  const { done } = await ask<Done>(mutation, { c: id(word), i: input });
  if (done.code) throw new Error(`${word}: ${done.code}`);
  return done;
};

const finished = async (ask: Ask, { job: asked }: Done['done'], signal: AbortSignal): Promise<string> => {
  for (;;) {
    const { job } = await ask<{ readonly job: { readonly state: string; readonly cohortId: string | null } }>(ASK_JOB, { id: asked?.id });
    if (job.state === 'done') return job.cohortId ?? '';
    if (!['waiting', 'running'].includes(job.state)) throw new Error(`the work ended as ${job.state}`);
    await pause(LOOK_AGAIN, undefined, { signal });
  }
};

export interface Where {
  /** Of the platform. */
  readonly address: string;
  /** Whether the evaluation listens. */
  readonly listens: () => boolean;
  readonly signal: AbortSignal;
}

/**
 * A study for whoever comes as an evaluator: drafted by one, approved by another, its cohort frozen and its first figures let out, by
 * the same steps that people take. Made again, nothing more is written.
 */
export const makeDemoStudy = async ({ address, listens, signal }: Where): Promise<void> => {
  while (!listens()) await pause(LOOK_AGAIN, undefined, { signal });
  const [evaluator, officer] = (await Promise.all(['evaluator-1', 'privacy-officer-1'].map(async (person) => asking(address, await demoToken(address, person), signal)))) as [Ask, Ask];
  const { study } = await send(evaluator, DRAFT, 'draft', { studyId, card });
  await send(officer, APPROVE, 'approve', { studyId, ...study });
  const cohortId = await finished(evaluator, await send(evaluator, FREEZE, 'freeze', { studyId }), signal);
  await finished(evaluator, await send(evaluator, RELEASE, 'release', { studyId, cohortId }), signal);
};
