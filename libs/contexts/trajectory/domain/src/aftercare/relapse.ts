import { addMonths, dayOfCommand, type BusinessDate } from '@perspectief/kernel';
import type { LawOfDay } from '@perspectief/law';
import type { TrajectoryEvent } from '../events.js';
import type { Situation } from '../track.js';
import type { RelapseCause } from './events.js';
import type { RunningAftercare, Setback } from './state.js';

type Rules = LawOfDay;

interface Signal {
  readonly on: BusinessDate;
  readonly partner: string;
}

const nameOf = (partner: string): string => partner.trim().toLowerCase();

/** Arrears that a named partner told of; without a name nobody can say that two partners differ. */
const signalsOf = (setbacks: readonly Setback[]): readonly Signal[] =>
  setbacks.flatMap(({ kind, on, partner }) => (kind === 'arrears' && partner ? [{ on, partner: nameOf(partner) }] : []));

/** Whether enough different partners signalled within the window that some signal opens. */
const partnersSignalled = (signals: readonly Signal[], rules: Rules): boolean => {
  const enough = rules.value('relapse-signals');
  return signals.some(({ on }) => {
    const last = addMonths(on, rules.value('relapse-signal-window'));
    const partners = signals.filter((signal) => signal.on >= on && signal.on <= last).map((signal) => signal.partner);
    return new Set(partners).size >= enough;
  });
};

/** Admitted again to debt help that was applied for when support had ended. */
const admittedAgain = (applicationId: string, { trajectory }: Situation, since: BusinessDate): boolean =>
  trajectory.intake.applications.some(
    (one) => one.applicationId === applicationId && one.kind === 'debt-help' && one.receivedOn >= since,
  );

const causeOf = (event: TrajectoryEvent, aftercare: RunningAftercare, situation: Situation, rules: Rules): RelapseCause | undefined => {
  switch (event.type) {
    case 'SetbackReported': {
      const setbacks = [...aftercare.setbacks, { ...event.data, on: dayOfCommand(situation.meta) }];
      return partnersSignalled(signalsOf(setbacks), rules) ? 'early-signals' : undefined;
    }
    case 'ThreatReported':
      return 'threat';
    case 'ApplicationDecided': {
      const admitted = event.data.outcome === 'granted' || event.data.outcome === 'partly-granted';
      return admitted && admittedAgain(event.data.applicationId, situation, aftercare.startedOn) ? 'debt-help-again' : undefined;
    }
    default:
      return undefined;
  }
};

/** RELAPSE: what follows from a fact in aftercare, whichever track it belongs to; flagged once an aftercare. */
export const relapseAfter = (event: TrajectoryEvent, situation: Situation): readonly TrajectoryEvent[] => {
  const aftercare = situation.trajectory.aftercare.current;
  if (aftercare.phase !== 'running' || aftercare.relapse.phase === 'flagged') return [];
  const day = dayOfCommand(situation.meta);
  const rules = situation.context.law.on(aftercare.startedOn);
  if (day < aftercare.startedOn || day > addMonths(aftercare.startedOn, rules.value('relapse-window'))) return [];
  const cause = causeOf(event, aftercare, situation, rules);
  return cause ? [{ type: 'RelapseFlagged', data: { cause, rule: rules.parameter('relapse-window').version } }] : [];
};
