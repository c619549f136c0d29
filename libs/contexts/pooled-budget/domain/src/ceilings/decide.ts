import { accept, refuse, unless } from '@perspectief/kernel';
import type { DecideOf, Objection, Situation } from '../concern.js';
import { amountIsPositive } from '../years/year.js';
import type { CeilingsCommand } from './commands.js';
import { householdOf } from './rules.js';

const trajectoryExists = ({ context }: Situation): Objection =>
  !context.trajectory?.exists && { code: 'UNKNOWN_TRAJECTORY', field: 'trajectoryId' };

export const decideCeilings: DecideOf<CeilingsCommand> = {
  ProposeCeilingRaise: ({ trajectoryId, amount, reason }, situation) => {
    const { budget, meta } = situation;
    const { proposal } = householdOf(budget, trajectoryId);
    return unless(
      [
        trajectoryExists(situation),
        amountIsPositive(amount),
        proposal.phase === 'proposed' && proposal.amount === amount && { code: 'OUT_OF_ORDER' },
      ],
      () => [{ type: 'CeilingRaiseProposed', data: { trajectoryId, amount, reason, proposedBy: meta.actor.id } }],
    );
  },

  ConfirmCeilingRaise: ({ trajectoryId, amount }, situation) => {
    const unknown = trajectoryExists(situation);
    if (unknown) return { refused: unknown };
    const { proposal } = householdOf(situation.budget, trajectoryId);
    const { id: confirmedBy } = situation.meta.actor;
    if (proposal.phase === 'none') return refuse('OUT_OF_ORDER');
    if (proposal.by === confirmedBy) return refuse('SAME_APPROVER');
    if (amount !== undefined && amount !== proposal.amount) return refuse('OUT_OF_ORDER', { field: 'amount' });
    return accept({ type: 'CeilingRaised', data: { trajectoryId, amount: proposal.amount, confirmedBy } });
  },
};
