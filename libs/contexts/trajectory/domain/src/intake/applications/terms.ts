import type { BusinessDate } from '@perspectief/kernel';
import type { ClockFacts } from '@perspectief/law';
import type { Term } from '../../clocks/clock.js';
import { conversationAbout } from '../conversations.js';
import type { IntakeState } from '../state.js';
import type { Application } from './state.js';

const decisionRules = {
  'debt-help': 'wgs-decision',
  provision: 'wmo-decision',
  'youth-provision': 'awb-decision',
  'general-assistance': 'awb-decision',
  'special-assistance': 'awb-decision',
} as const satisfies Record<Exclude<Application['kind'], 'support-report'>, ClockFacts['rule']>;

/** Debt help is decided on after its first conversation (WG-04), anything else counted from its receipt. */
const decisionStart = (application: Application, intake: IntakeState): BusinessDate | undefined =>
  application.kind === 'debt-help' ? conversationAbout(intake, application.applicationId)?.on : application.receivedOn;

const suspensionsOf = ({ suspensions }: Application): Term['suspensions'] =>
  suspensions.map((one) => (one.phase === 'over' ? { from: one.from, until: one.until } : { from: one.from }));

/** The term for the decision; none for a report, and none for debt help before its first conversation. */
export const decisionTerm = (application: Application, intake: IntakeState): Term | undefined => {
  const startedOn = decisionStart(application, intake);
  if (application.kind === 'support-report' || startedOn === undefined) return undefined;
  const extension = application.extensions.at(-1);
  return {
    rule: decisionRules[application.kind],
    law: application.law,
    startedOn,
    suspensions: suspensionsOf(application),
    ...(extension && { extension }),
    ...(application.phase === 'decided' && { metOn: application.decidedOn }),
  };
};

/** WM-01: from the report until the investigation is done. */
export const investigationTerm = ({ receivedOn, investigation }: Application): Term => ({
  rule: 'wmo-investigation',
  startedOn: receivedOn,
  ...(investigation.phase === 'completed' && { metOn: investigation.completedOn }),
});
