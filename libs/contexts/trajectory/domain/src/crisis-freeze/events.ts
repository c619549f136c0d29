import { event, field, type EventOf } from '@perspectief/kernel';

const { id, code, day, listOf, oneOf, personal, text } = field;

export const threatKinds = ['eviction', 'energy-cutoff', 'water-cutoff', 'heat-cutoff', 'health-insurance-ending'] as const;
export type ThreatKind = (typeof threatKinds)[number];

export const threatEnds = ['averted', 'carried-out'] as const;
export type ThreatEnd = (typeof threatEnds)[number];

export const instruments = [
  'standstill',
  'narrow-moratorium',
  'broad-moratorium',
  'provisional-relief',
  'municipal-collection-stop',
] as const;
export type Instrument = (typeof instruments)[number];

export const creditorAnswers = ['accepted', 'refused'] as const;
export type CreditorAnswer = (typeof creditorAnswers)[number];

export const breaches = ['current-costs-unpaid', 'creditor-went-on', 'new-debt'] as const;
export type Breach = (typeof breaches)[number];

/** The version of the legal maximum that the decision was checked against; none where there is no maximum. */
const rule = code.optional();

export const crisisFreezeEvents = {
  ThreatReported: event('Home, energy, water, heat or health insurance are about to be lost.', {
    threatId: id,
    threat: oneOf(threatKinds),
    threatensOn: day,
    debtId: id.optional(),
  }),
  ThreatClosed: event('The threat is over: averted, or carried out.', { threatId: id, how: oneOf(threatEnds) }),
  ThreatPostponed: event('The threat moved to another day.', { threatId: id, threatensOn: day }),
  FreezeRequested: event('Calm was asked for: creditors are to stand still for a while.', {
    freezeId: id,
    threatId: id.optional(),
    instrument: oneOf(instruments),
    debts: listOf(id),
    until: day.optional(),
    evidence: listOf(code),
    rule,
  }),
  InterimOrderIssued: event('The court ordered calm until it decides.', { freezeId: id }),
  FreezeGranted: event('The freeze runs.', {
    freezeId: id,
    from: day,
    until: day.optional(),
    conditions: personal(listOf(text)),
    rule,
  }),
  FreezeDenied: event('The freeze was denied.', { freezeId: id, grounds: personal(listOf(text)) }),
  CreditorResponded: event('A creditor said whether it stands still.', {
    freezeId: id,
    debtId: id,
    response: oneOf(creditorAnswers),
  }),
  CurrentCostsConfirmed: event('The current costs of a month were paid on time.', { freezeId: id, month: code }),
  FreezeBreached: event('A duty of the freeze was broken.', {
    freezeId: id,
    what: oneOf(breaches),
    debtId: id.optional(),
    note: personal(text).optional(),
  }),
  FreezeExtended: event('The freeze lasts longer.', { freezeId: id, until: day, rule }),
  FreezeLifted: event('The freeze ended before its last day.', { freezeId: id, reason: personal(text) }),
  FreezeExpired: event('The last day of the freeze has passed.', { freezeId: id }),
  CourtReportSent: event('The court was told how the freeze went.', { freezeId: id }),
  SafetyTaskOpened: event('Someone must see to it that the household is safe.', { taskId: id, kind: code, dueOn: day }),
  SafetyTaskClosed: event('The household was made safe, or it was found out that it is.', {
    taskId: id,
    result: personal(text).optional(),
  }),
};

export type CrisisFreezeEvent = EventOf<typeof crisisFreezeEvents>;
