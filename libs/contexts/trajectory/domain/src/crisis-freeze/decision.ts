import { accept, dayOfCommand, refuse, unless } from '@perspectief/kernel';
import { debtIsKnown, debtsAreKnown } from '../debts/rules.js';
import type { DecideOf, Situation, TrackDecision } from '../track.js';
import type { CrisisFreezeCommand } from './commands.js';
import { maximumVersion } from './maximum.js';
import {
  broadConditionsAreMet,
  broadWasNotUsedBefore,
  freezeIsNew,
  freezeOf,
  isNotTooLong,
  noSuchFreezeRuns,
  threatIsKnown,
  threatIsNarrow,
} from './rules.js';
import type { Freeze } from './state.js';

type Decide = DecideOf<CrisisFreezeCommand>;
type Undecided = Extract<Freeze, { phase: 'requested' | 'interim' }>;

/** Runs the decision on a freeze that was asked for and not yet decided on. */
const withUndecided = (
  { trajectory: { crisisFreeze } }: Situation,
  freezeId: string,
  decide: (freeze: Undecided) => TrackDecision,
): TrackDecision => {
  const freeze = freezeOf(crisisFreeze, freezeId);
  if (!freeze) return refuse('UNKNOWN_FREEZE', { field: 'freezeId' });
  return freeze.phase === 'requested' || freeze.phase === 'interim'
    ? decide(freeze)
    : refuse('FREEZE_DECIDED', { field: 'freezeId' });
};

const requestFreeze: Decide['RequestFreeze'] = ({ freezeId, threatId, instrument, debts, until, evidence }, situation) => {
  const { trajectory, meta, context } = situation;
  const state = trajectory.crisisFreeze;
  const day = dayOfCommand(meta);
  return unless(
    [
      threatIsKnown(state, threatId),
      debtsAreKnown(trajectory.debts, debts),
      freezeIsNew(state, freezeId),
      isNotTooLong(situation, instrument, day, until),
      threatIsNarrow(state, instrument, threatId),
      broadConditionsAreMet(instrument, evidence),
      broadWasNotUsedBefore(situation, instrument),
      noSuchFreezeRuns(state, { instrument, threatId, debts }),
      until !== undefined && until < day && { code: 'OUT_OF_ORDER', field: 'until' },
    ],
    () => {
      const rule = maximumVersion(context.law.on(day), instrument);
      const data = { freezeId, threatId, instrument, debts: [...debts], until, evidence: [...evidence], rule };
      return [{ type: 'FreezeRequested', data }];
    },
  );
};

const grantFreeze: Decide['GrantFreeze'] = ({ freezeId, from, until, conditions }, situation) =>
  withUndecided(situation, freezeId, ({ instrument }) =>
    unless(
      [
        // Without a last day it is longer than any freeze but provisional relief may be.
        until === undefined && instrument !== 'provisional-relief' && { code: 'FREEZE_TOO_LONG', field: 'until' },
        isNotTooLong(situation, instrument, from, until),
        until !== undefined && until < from && { code: 'OUT_OF_ORDER', field: 'until' },
      ],
      () => {
        const rule = maximumVersion(situation.context.law.on(dayOfCommand(situation.meta)), instrument);
        return [{ type: 'FreezeGranted', data: { freezeId, from, until, conditions: [...conditions], rule } }];
      },
    ),
  );

/** From the request to the court's (or the creditors') answer. */
export const decideDecision: Pick<
  Decide,
  'RequestFreeze' | 'RecordInterimOrder' | 'GrantFreeze' | 'DenyFreeze' | 'RecordCreditorResponse'
> = {
  RequestFreeze: requestFreeze,

  RecordInterimOrder: ({ freezeId }, situation) =>
    withUndecided(situation, freezeId, ({ phase }) =>
      phase === 'interim' ? refuse('OUT_OF_ORDER') : accept({ type: 'InterimOrderIssued', data: { freezeId } }),
    ),

  GrantFreeze: grantFreeze,

  DenyFreeze: ({ freezeId, grounds }, situation) =>
    withUndecided(situation, freezeId, () => accept({ type: 'FreezeDenied', data: { freezeId, grounds: [...grounds] } })),

  RecordCreditorResponse: ({ freezeId, debtId, response }, { trajectory: { crisisFreeze, debts } }) => {
    const freeze = freezeOf(crisisFreeze, freezeId);
    if (!freeze) return refuse('UNKNOWN_FREEZE', { field: 'freezeId' });
    const isPartOfIt = freeze.debts.length === 0 || freeze.debts.includes(debtId);
    return unless(
      [
        debtIsKnown(debts, debtId),
        !isPartOfIt && { code: 'UNKNOWN_DEBT', field: 'debtId' },
        freeze.responses.some((known) => known.debtId === debtId && known.response === response) && { code: 'OUT_OF_ORDER' },
      ],
      () => [{ type: 'CreditorResponded', data: { freezeId, debtId, response } }],
    );
  },
};
