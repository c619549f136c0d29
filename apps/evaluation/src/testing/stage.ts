import { deriveId } from '@perspectief/kernel';
import type { RunningEvaluation, ShownJob } from './running-evaluation.js';

const card = {
  question: 'How long does it take to agree on a plan, with and without an early signal?', purpose: 'evaluation', legalBasis: 'GDPR article 89', eligibility: [],
  arms: [
    { name: 'signal', when: [{ kind: 'attribute', attribute: 'source', values: ['early-signal', 'street-approach'] }] },
    { name: 'other', when: [{ kind: 'attribute', attribute: 'source', values: ['early-signal', 'street-approach'], not: true }] },
  ],
  timeZero: { event: 'TrajectoryOpened' }, outcome: { event: 'PlanAgreed', says: 'plan agreed' }, followUpDays: 365,
  censoring: [{ reason: 'moved', informative: false }, { reason: 'withdrew', informative: true }], competing: ['deceased'],
  contrast: 'intention-to-treat', analysis: ['kaplan-meier', 'log-rank'], subgroups: [],
};

const RELEASES = `query ($s: ID!) { releases(studyId: $s) { id kind by cutOn parts { name hidden sentence { nl en } number { value of unit lower upper } flow { name kept }
  curve { begins ends steps { time estimate lower upper atRisk } } table { rows columns counts rowTotals columnTotals total } map { hiddenArcs arcs { from to cases medianWait } }
  variants { hidden hiddenCases shown { steps cases } } counts { hidden rows { figure count } } } } }`;
const REPLAY = `query ($s: ID!, $c: String!, $asOf: BusinessDate, $knownOn: BusinessDate, $view: String! = "as-known-now", $from: Int! = 1, $first: Int! = 200) {
  replay(studyId: $s, caseId: $c, asOf: $asOf, knownOn: $knownOn, view: $view, from: $from, first: $first) { total begins ends stateHash
    steps { number event happenedOn recordedOn recordedDaysLater firstSaidOn corrects role rules stateHash changes { path before after } clocks { rule before { due state } after { due state } } }
    clocks { rule version state due metOn } } }`;

interface Part {
  readonly name: string;
  readonly hidden: string | null;
  readonly curve: { readonly steps: readonly { readonly atRisk: number }[] } | null;
  readonly flow: readonly { readonly kept: number | null }[] | null;
}
export interface Shown {
  readonly kind: string;
  readonly parts: readonly Part[];
}
export interface Case {
  readonly caseId: string;
}
export interface Replayed {
  readonly total: number;
  readonly begins: string;
  readonly ends: string;
  readonly stateHash: string;
  readonly steps: readonly { readonly number: number; readonly event: string; readonly happenedOn: string; readonly stateHash: string; readonly changes: readonly { readonly path: string }[] }[];
}

/** Who works on single cases; figures are let out by `evaluator-1`. */
export const MICRODATA = 'microdata-evaluator-1';

/** One service, and one study that goes from its card to the end of its key: what comes first is there for what comes after. */
export class Stage {
  readonly studyId = deriveId('study of the e2e');
  readonly card = card;
  hash = '';
  cohortId = '';
  private opened: RunningEvaluation | undefined;

  get service(): RunningEvaluation {
    if (!this.opened) throw new Error('the service does not run yet');
    return this.opened;
  }

  set service(service: RunningEvaluation) {
    this.opened = service;
  }

  async release(figures?: readonly object[]): Promise<ShownJob | Awaited<ReturnType<RunningEvaluation['send']>>> {
    const { service, studyId, cohortId } = this;
    const asked = await service.send('ReleaseFigures', { studyId, cohortId, ...(figures && { figures }) });
    return asked.job ? service.finished(asked.job.id) : asked;
  }

  async releases(): Promise<readonly Shown[]> {
    return ((await this.service.ask(RELEASES, { s: this.studyId })).data as unknown as { releases: Shown[] }).releases;
  }

  replay(variables: object) {
    return this.service.ask(REPLAY, { s: this.studyId, ...variables }, MICRODATA);
  }

  async replayed(variables: object): Promise<Replayed> {
    return ((await this.replay(variables)).data as unknown as { replay: Replayed }).replay;
  }

  async cases(): Promise<readonly Case[]> {
    const question = 'query ($s: ID!, $c: ID!) { studyCases(studyId: $s, cohortId: $c, first: 500) { caseId arm } }';
    return ((await this.service.ask(question, { s: this.studyId, c: this.cohortId }, MICRODATA)).data as unknown as { studyCases: Case[] }).studyCases;
  }

  /** Every case with how many events it has. */
  private sizes: Promise<readonly { readonly caseId: string; readonly size: number }[]> | undefined;
  sizesOfCases() {
    return (this.sizes ??= this.cases().then((cases) => Promise.all(cases.map(async ({ caseId }) => ({ caseId, size: (await this.replayed({ c: caseId, first: 1 })).total })))));
  }
}
