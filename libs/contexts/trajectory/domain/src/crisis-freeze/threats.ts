import { accept, refuse, unless } from '@perspectief/kernel';
import { debtIsKnown } from '../debts/rules.js';
import type { DecideOf, Situation, TrackDecision } from '../track.js';
import type { CrisisFreezeCommand } from './commands.js';
import { threatOf } from './rules.js';
import type { Threat } from './state.js';

type OpenThreat = Extract<Threat, { phase: 'open' }>;

const withOpenThreat = (
  { trajectory: { crisisFreeze } }: Situation,
  threatId: string,
  decide: (threat: OpenThreat) => TrackDecision,
): TrackDecision => {
  const threat = threatOf(crisisFreeze, threatId);
  if (!threat) return refuse('UNKNOWN_THREAT', { field: 'threatId' });
  return threat.phase === 'open' ? decide(threat) : refuse('THREAT_CLOSED', { field: 'threatId' });
};

export const decideThreats: Pick<DecideOf<CrisisFreezeCommand>, 'ReportThreat' | 'CloseThreat' | 'PostponeThreat'> = {
  ReportThreat: ({ threatId, threat, threatensOn, debtId }, { trajectory: { crisisFreeze, debts } }) =>
    unless(
      [
        debtIsKnown(debts, debtId),
        threatOf(crisisFreeze, threatId) !== undefined && { code: 'THREAT_EXISTS', field: 'threatId' },
      ],
      () => [{ type: 'ThreatReported', data: { threatId, threat, threatensOn, debtId } }],
    ),

  CloseThreat: ({ threatId, how }, situation) =>
    withOpenThreat(situation, threatId, () => accept({ type: 'ThreatClosed', data: { threatId, how } })),

  PostponeThreat: ({ threatId, threatensOn }, situation) =>
    withOpenThreat(situation, threatId, (threat) =>
      threat.threatensOn === threatensOn
        ? refuse('OUT_OF_ORDER')
        : accept({ type: 'ThreatPostponed', data: { threatId, threatensOn } }),
    ),
};
