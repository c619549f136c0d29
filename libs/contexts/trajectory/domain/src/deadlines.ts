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

const endsOfFreezes = ({ id: trajectoryId, crisisFreeze }: OpenedTrajectory): readonly Deadline[] =>
  crisisFreeze.freezes.flatMap((freeze) => {
    if (freeze.phase !== 'running' || freeze.until === undefined) return [];
    const { freezeId, until } = freeze;
    return [
      {
        actsOn: addDays(until, 1),
        command: { type: 'ExpireFreeze', data: { trajectoryId, freezeId } },
        key: `expire ${freezeId} ${until}`,
      },
    ];
  });

const endsOfOffers = ({ id: trajectoryId, debtBuyOut }: OpenedTrajectory): readonly Deadline[] =>
  debtBuyOut.buyOuts.filter(isRunning).flatMap(({ buyOutId, sending, offers }) => {
    if (sending.phase === 'unsent') return [];
    const actsOn = addDays(sending.respondBy, 1);
    return offers
      .filter(({ answer }) => answer.phase === 'awaiting')
      .map(({ debtId }) => ({
        actsOn,
        command: { type: 'LapseOffer', data: { trajectoryId, buyOutId, debtId } },
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
