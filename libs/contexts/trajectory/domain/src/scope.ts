import type { Scope } from '@perspectief/kernel';
import { crisisFreezeEvents } from './crisis-freeze/events.js';
import { debtBuyOutEvents } from './debt-buy-out/events.js';
import { debtsEvents } from './debts/events.js';
import type { TrajectoryEvent } from './events.js';
import { applicationEvents } from './intake/applications/events.js';
import type { TrajectoryState } from './state.js';
import { tandemEvents } from './tandem/events.js';

const ofDebtHelp: ReadonlySet<string> = new Set([debtsEvents, crisisFreezeEvents, debtBuyOutEvents].flatMap((events) => Object.keys(events)));

/** In whose work events of this type are written; undefined where each event says so itself: applications and needs have a law. */
export const scopeOfType = (type: TrajectoryEvent['type']): Scope | undefined => {
  if (ofDebtHelp.has(type)) return 'schuldhulp';
  if (type in tandemEvents) return 'tandem';
  return type in applicationEvents || type === 'NeedIdentified' ? undefined : 'common';
};

const lawOfApplication = (state: TrajectoryState, applicationId: unknown): Scope | undefined =>
  state.phase === 'none' ? undefined : state.intake.applications.find((one) => one.applicationId === applicationId)?.law;

/** In whose work the personal data of an event were written. */
export const scopeOf = (event: TrajectoryEvent, state: TrajectoryState): Scope => {
  const fixed = scopeOfType(event.type);
  if (fixed) return fixed;
  if (event.type === 'NeedIdentified') return event.data.domain;
  if ('law' in event.data) return event.data.law;
  return ('applicationId' in event.data && lawOfApplication(state, event.data.applicationId)) || 'common';
};
