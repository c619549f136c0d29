import type { BusinessDate } from '@perspectief/kernel';
import type { CrisisFreezeState, Threat } from '../crisis-freeze/state.js';
import { conversationAbout, latestDebtHelp } from '../intake/conversations.js';
import type { IntakeState } from '../intake/state.js';
import type { Counted } from './clock.js';

/** The conversation that WG-02 asks for was held already; on the same day it may as well have met this threat. */
const heldBefore = (intake: IntakeState, day: BusinessDate): boolean => {
  const held = conversationAbout(intake, latestDebtHelp(intake, day)?.applicationId);
  return held !== undefined && held.on < day;
};

/** Any first conversation meets the threats known by then. */
const metOn = ({ conversations }: IntakeState, { reportedOn }: Threat): BusinessDate | undefined =>
  conversations
    .map(({ on }) => on)
    .filter((on) => on >= reportedOn)
    .sort()[0];

/** WG-02: what was carried out still asks for a conversation, what was averted does not. */
export const threatClocks = ({ threats }: CrisisFreezeState, intake: IntakeState): readonly Counted[] =>
  threats
    .filter((threat) => !heldBefore(intake, threat.reportedOn))
    .map((threat) => ({
      about: { threat: threat.threatId },
      term: { rule: 'wgs-first-conversation-threat', startedOn: threat.reportedOn, metOn: metOn(intake, threat) },
      ...(threat.phase === 'averted' && { lapsedOn: threat.closedOn }),
    }));
