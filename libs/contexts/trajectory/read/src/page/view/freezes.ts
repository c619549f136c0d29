import { daysBetween, type BusinessDate, type Uuid } from '@perspectief/kernel';
import type { OpenedTrajectory } from '@perspectief/trajectory-domain';

type Freeze = OpenedTrajectory['crisisFreeze']['freezes'][number];

export interface FreezeView {
  readonly freezeId: Uuid;
  readonly instrument: Freeze['instrument'];
  readonly state: Freeze['phase'];
  readonly threatId?: Uuid;
  readonly debts: readonly Uuid[];
  readonly evidence: readonly string[];
  readonly requestedOn: BusinessDate;
  readonly from?: BusinessDate;
  /** Last day; of a request, the one that was asked for. */
  readonly until?: BusinessDate;
  readonly endedOn?: BusinessDate;
  /** Days to the last day while it holds. */
  readonly daysLeft?: number;
  readonly responses: Freeze['responses'];
  readonly monthsConfirmed: readonly string[];
  readonly breaches: Freeze['breaches'];
  readonly conditions: readonly string[];
  readonly grounds: readonly string[];
  readonly courtReportedOn?: BusinessDate;
}

const holds = ({ phase }: Freeze): boolean => phase === 'running' || phase === 'interim';

export const freezeViews = ({ crisisFreeze }: OpenedTrajectory, today: BusinessDate): readonly FreezeView[] =>
  crisisFreeze.freezes.map((freeze) => {
    const until = 'until' in freeze ? freeze.until : undefined;
    const { freezeId, instrument, phase, threatId, debts, evidence, requestedOn, responses, monthsConfirmed, breaches } = freeze;
    return {
      ...{ freezeId, instrument, state: phase, threatId, debts, evidence, requestedOn, responses, monthsConfirmed, breaches, until },
      ...('from' in freeze && { from: freeze.from }),
      ...('endedOn' in freeze && { endedOn: freeze.endedOn }),
      ...(holds(freeze) && until !== undefined && { daysLeft: daysBetween(today, until) }),
      conditions: 'conditions' in freeze ? freeze.conditions : [],
      grounds: 'grounds' in freeze ? freeze.grounds : [],
      ...('courtReportedOn' in freeze && { courtReportedOn: freeze.courtReportedOn }),
    };
  });
