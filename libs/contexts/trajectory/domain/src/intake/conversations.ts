import type { BusinessDate, Uuid } from '@perspectief/kernel';
import type { Application } from './applications/state.js';
import type { Conversation, IntakeState } from './state.js';

/** What a first conversation is about: an application, or the trajectory itself. */
export type Target = { readonly applicationId?: Uuid };

/** The first conversation about an application; without one, about the trajectory itself. */
export const conversationAbout = ({ conversations }: IntakeState, applicationId: Uuid | undefined): Conversation | undefined =>
  conversations.find((held) => held.applicationId === applicationId);

const latest = (applications: readonly Application[]): Application | undefined =>
  applications.reduce<Application | undefined>(
    (found, next) => (found && found.receivedOn > next.receivedOn ? found : next),
    undefined,
  );

/** The debt-help application that was received last, on the day or before. */
export const latestDebtHelp = ({ applications }: IntakeState, day: BusinessDate): Application | undefined =>
  latest(applications.filter((one) => one.kind === 'debt-help' && one.receivedOn <= day));

const openOn = (application: Application, day: BusinessDate): boolean =>
  application.phase === 'open' || application.decidedOn > day;

/** Who names no application means the latest open one for debt help, as it was on the day of the conversation. */
export const targetOf = (intake: IntakeState, applicationId: Uuid | undefined, day: BusinessDate): Target => {
  if (applicationId !== undefined) return { applicationId };
  const open = latest(
    intake.applications.filter((one) => one.kind === 'debt-help' && one.receivedOn <= day && openOn(one, day)),
  );
  return open ? { applicationId: open.applicationId } : {};
};
