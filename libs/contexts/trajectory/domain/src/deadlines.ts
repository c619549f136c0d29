import { addDays, type BusinessDate } from '@perspectief/kernel';
import type { TrajectoryCommand } from './commands.js';
import { isRunning } from './debt-buy-out/rules.js';
import type { OpenedTrajectory } from './state.js';

/** What the clock does by itself, the day after the last day. */
export interface Deadline {
  readonly actsOn: BusinessDate;
  readonly command: TrajectoryCommand;
  /** The same deadline always has the same key; another last day is another deadline. */
  readonly key: string;
}

/** The day after the last day; what was told after that happens no earlier than what it ends, and not before the opening. */
const dayAfter = (last: BusinessDate, begunOn: BusinessDate, { openedOn }: OpenedTrajectory): BusinessDate =>
  [addDays(last, 1), begunOn, openedOn].reduce((latest, day) => (day > latest ? day : latest));

const endsOfFreezes = (trajectory: OpenedTrajectory): readonly Deadline[] =>
  trajectory.crisisFreeze.freezes.flatMap((freeze) => {
    if (freeze.phase !== 'running' || freeze.until === undefined) return [];
    const { freezeId, until, decidedOn } = freeze;
    return [
      {
        actsOn: dayAfter(until, decidedOn, trajectory),
        command: { type: 'ExpireFreeze', data: { trajectoryId: trajectory.id, freezeId } },
        key: `expire ${freezeId} ${until}`,
      },
    ];
  });

const endsOfOffers = (trajectory: OpenedTrajectory): readonly Deadline[] =>
  trajectory.debtBuyOut.buyOuts.filter(isRunning).flatMap(({ buyOutId, sending, offers }) => {
    if (sending.phase === 'unsent') return [];
    const actsOn = dayAfter(sending.respondBy, sending.sentOn, trajectory);
    return offers
      .filter(({ answer }) => answer.phase === 'awaiting')
      .map(({ debtId }) => ({
        actsOn,
        command: { type: 'LapseOffer', data: { trajectoryId: trajectory.id, buyOutId, debtId } },
        key: `lapse ${buyOutId} ${debtId}`,
      }));
  });

/** Earliest first; a closed trajectory waits for nothing. */
export const deadlinesOf = (trajectory: OpenedTrajectory): readonly Deadline[] =>
  trajectory.phase === 'closed'
    ? []
    : [...endsOfFreezes(trajectory), ...endsOfOffers(trajectory)].sort((one, other) =>
        one.actsOn < other.actsOn ? -1 : one.actsOn > other.actsOn ? 1 : 0,
      );
