import type { DraftStudyInput } from '@perspectief/graphql-contract/studies';

/** A condition as somebody types it. `days`: in so many days before the beginning; empty: ever before. */
export interface ConditionDraft {
  readonly key: string;
  readonly kind: 'happened' | 'attribute';
  readonly event: string;
  readonly attribute: string;
  /** Between commas. */
  readonly values: string;
  readonly days: string;
  readonly not: boolean;
}

export interface ArmDraft {
  readonly key: string;
  readonly name: string;
  readonly when: readonly ConditionDraft[];
}

export interface CardDraft {
  readonly question: string;
  readonly purpose: string;
  readonly legalBasis: string;
  /** Between commas; empty: one's own. */
  readonly municipalities: string;
  readonly eligibility: readonly ConditionDraft[];
  readonly arms: readonly ArmDraft[];
  readonly timeZero: string;
  readonly outcome: string;
  readonly outcomeSays: string;
  readonly followUpDays: string;
  readonly censoring: readonly string[];
  /** Of these, what may hang together with the outcome. */
  readonly informative: readonly string[];
  readonly competing: readonly string[];
  readonly contrast: string;
  readonly analysis: readonly string[];
  readonly subgroups: readonly string[];
}

export type Card = DraftStudyInput['card'];
type Condition = Card['eligibility'][number];

export const ATTRIBUTES = ['area', 'source', 'municipality', 'year'] as const;
export const ANALYSES = ['kaplan-meier', 'log-rank', 'stratified-log-rank', 'restricted-mean', 'cumulative-incidence', 'counts'] as const;
export const CONTRASTS = ['intention-to-treat', 'per-protocol'] as const;
/** Why observation ends before the outcome. */
export const ENDINGS = ['moved', 'withdrew', 'no-contact', 'unsuitable', 'other'] as const;
export const COMPETING = ['deceased', 'moved'] as const;
/** Moments of a course that a study may begin with, end with, or ask for. */
export const EVENTS = [
  'TrajectoryOpened', 'CoachAssigned', 'ApplicationReceived', 'FirstConversationHeld', 'IntakeCompleted', 'ApplicationDecided', 'GoalSet', 'GoalReached', 'PlanAgreed', 'ActionCompleted',
  'LifeAreasAssessed', 'DebtRegistered', 'ArrangementStarted', 'TandemProposed', 'TandemStarted', 'TandemEnded', 'ThreatReported', 'ThreatClosed', 'FreezeRequested', 'FreezeGranted', 'FreezeDenied',
  'OffersSent', 'OfferAccepted', 'BuyOutPaid', 'RepaymentReceived', 'RepaymentMissed', 'AftercareStarted', 'RelapseFlagged', 'AftercareCompleted', 'TrajectoryClosed',
] as const;

const key = (): string => crypto.randomUUID();

export const emptyCondition = (): ConditionDraft => ({ key: key(), kind: 'happened', event: '', attribute: '', values: '', days: '', not: false });
export const emptyArm = (): ArmDraft => ({ key: key(), name: '', when: [emptyCondition()] });

export const emptyCard = (): CardDraft => ({
  question: '', purpose: '', legalBasis: '', municipalities: '', eligibility: [], arms: [emptyArm(), emptyArm()], timeZero: '', outcome: '', outcomeSays: '', followUpDays: '365',
  censoring: ['moved', 'withdrew', 'no-contact'], informative: ['withdrew', 'no-contact'], competing: ['deceased'], contrast: 'intention-to-treat', analysis: ['kaplan-meier', 'log-rank'], subgroups: [],
});

const list = (text: string): string[] => text.split(',').map((one) => one.trim()).filter((one) => one !== '');

const conditionOf = ({ kind, event, attribute, values, days, not }: ConditionDraft): Condition => ({
  kind, ...(kind === 'happened' ? { event, ...(days.trim() !== '' && { from: `-${Number(days)}`, to: '0' }) } : { attribute, values: list(values) }), ...(not && { not }),
});

/** What is sent, once nothing is wrong. */
export const cardOf = (draft: CardDraft): Card => ({
  question: draft.question.trim(), purpose: draft.purpose.trim(), legalBasis: draft.legalBasis.trim(), ...(list(draft.municipalities).length > 0 && { municipalities: list(draft.municipalities) }),
  eligibility: draft.eligibility.map(conditionOf), arms: draft.arms.map(({ name, when }) => ({ name: name.trim(), when: when.map(conditionOf) })),
  timeZero: { event: draft.timeZero }, outcome: { event: draft.outcome, says: draft.outcomeSays.trim() }, followUpDays: Number(draft.followUpDays),
  censoring: draft.censoring.map((reason) => ({ reason, informative: draft.informative.includes(reason) })), competing: [...draft.competing], contrast: draft.contrast,
  analysis: [...draft.analysis], subgroups: [...draft.subgroups],
});

interface ShownCondition {
  readonly kind: string;
  readonly event: string | null;
  readonly attribute: string | null;
  readonly values: readonly string[] | null;
  readonly from: string | null;
  readonly not: boolean | null;
}

const draftOfCondition = ({ kind, event, attribute, values, from, not }: ShownCondition): ConditionDraft => ({
  key: key(), kind: kind === 'attribute' ? 'attribute' : 'happened', event: event ?? '', attribute: attribute ?? '', values: (values ?? []).join(', '),
  days: from === null ? '' : String(Math.abs(Number(from))), not: not ?? false,
});

interface ShownCard extends Omit<Card, 'municipalities' | 'eligibility' | 'arms'> {
  readonly municipalities: readonly string[];
  readonly eligibility: readonly ShownCondition[];
  readonly arms: readonly { readonly name: string; readonly when: readonly ShownCondition[] }[];
}

/** A card that is there, to write its next version. */
export const draftOf = (card: ShownCard): CardDraft => ({
  question: card.question, purpose: card.purpose, legalBasis: card.legalBasis, municipalities: card.municipalities.join(', '), eligibility: card.eligibility.map(draftOfCondition),
  arms: card.arms.map(({ name, when }) => ({ key: key(), name, when: when.map(draftOfCondition) })), timeZero: card.timeZero.event, outcome: card.outcome.event, outcomeSays: card.outcome.says,
  followUpDays: String(card.followUpDays), censoring: card.censoring.map(({ reason }) => reason), informative: card.censoring.filter(({ informative }) => informative).map(({ reason }) => reason),
  competing: card.competing, contrast: card.contrast, analysis: card.analysis, subgroups: card.subgroups,
});
