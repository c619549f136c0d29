import { accept, dayOfCommand, refuse, unless } from '@perspectief/kernel';
import { debtIsKnown } from '../debts/rules.js';
import type { DecideOf, Situation, TrackDecision } from '../track.js';
import type { CrisisFreezeCommand } from './commands.js';
import { maximumVersion } from './maximum.js';
import { freezeOf, hasEnded, isNotTooLong } from './rules.js';
import type { Freeze } from './state.js';

type Decide = DecideOf<CrisisFreezeCommand>;
type InForce = Extract<Freeze, { phase: 'interim' | 'running' }>;
type Running = Extract<Freeze, { phase: 'running' }>;

const withFreeze = ({ trajectory }: Situation, freezeId: string, decide: (freeze: Freeze) => TrackDecision): TrackDecision => {
  const freeze = freezeOf(trajectory.crisisFreeze, freezeId);
  return freeze ? decide(freeze) : refuse('UNKNOWN_FREEZE', { field: 'freezeId' });
};

/** An interim order is calm too: its duties hold, and it can be given up. */
const withInForce = (situation: Situation, freezeId: string, decide: (freeze: InForce) => TrackDecision): TrackDecision =>
  withFreeze(situation, freezeId, (freeze) =>
    freeze.phase === 'interim' || freeze.phase === 'running'
      ? decide(freeze)
      : refuse('FREEZE_NOT_RUNNING', { field: 'freezeId' }),
  );

const withRunning = (situation: Situation, freezeId: string, decide: (freeze: Running) => TrackDecision): TrackDecision =>
  withFreeze(situation, freezeId, (freeze) =>
    freeze.phase === 'running' ? decide(freeze) : refuse('FREEZE_NOT_RUNNING', { field: 'freezeId' }),
  );

const decideDuties: Pick<Decide, 'ConfirmCurrentCostsPaid' | 'ReportBreach'> = {
  ConfirmCurrentCostsPaid: ({ freezeId, month }, situation) =>
    withInForce(situation, freezeId, ({ monthsConfirmed }) =>
      monthsConfirmed.includes(month)
        ? refuse('OUT_OF_ORDER')
        : accept({ type: 'CurrentCostsConfirmed', data: { freezeId, month } }),
    ),

  ReportBreach: ({ freezeId, what, debtId, note }, situation) =>
    withFreeze(situation, freezeId, ({ breaches }) => {
      const unknown = debtIsKnown(situation.trajectory.debts, debtId);
      if (unknown) return { refused: unknown };
      const on = dayOfCommand(situation.meta);
      const known = breaches.some((breach) => breach.what === what && breach.debtId === debtId && breach.on === on);
      return withInForce(situation, freezeId, () =>
        known ? refuse('OUT_OF_ORDER') : accept({ type: 'FreezeBreached', data: { freezeId, what, debtId, note } }),
      );
    }),
};

export const decideRunning: Pick<
  Decide,
  'ConfirmCurrentCostsPaid' | 'ReportBreach' | 'ExtendFreeze' | 'LiftFreeze' | 'ExpireFreeze' | 'ReportToCourt'
> = {
  ...decideDuties,

  ExtendFreeze: ({ freezeId, until }, situation) =>
    withRunning(situation, freezeId, (freeze) => {
      const day = dayOfCommand(situation.meta);
      const isOver = freeze.until !== undefined && freeze.until < day;
      return unless(
        [
          isOver && { code: 'FREEZE_NOT_RUNNING', field: 'freezeId' },
          isNotTooLong(situation, freeze.instrument, freeze.from, until),
          until <= (freeze.until ?? freeze.from) && { code: 'OUT_OF_ORDER', field: 'until' },
        ],
        () => {
          const rule = maximumVersion(situation.context.law.on(day), freeze.instrument);
          return [{ type: 'FreezeExtended', data: { freezeId, until, rule } }];
        },
      );
    }),

  LiftFreeze: ({ freezeId, reason }, situation) =>
    withInForce(situation, freezeId, () => accept({ type: 'FreezeLifted', data: { freezeId, reason } })),

  ExpireFreeze: ({ freezeId }, situation) =>
    withRunning(situation, freezeId, ({ until }) =>
      until !== undefined && dayOfCommand(situation.meta) > until
        ? accept({ type: 'FreezeExpired', data: { freezeId } })
        : refuse('OUT_OF_ORDER'),
    ),

  ReportToCourt: ({ freezeId }, situation) =>
    withFreeze(situation, freezeId, (freeze) =>
      hasEnded(freeze) && freeze.courtReportedOn === undefined
        ? accept({ type: 'CourtReportSent', data: { freezeId } })
        : refuse('OUT_OF_ORDER'),
    ),
};
