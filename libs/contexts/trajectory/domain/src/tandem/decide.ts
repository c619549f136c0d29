import { accept, dayOfCommand, refuse, unless } from '@perspectief/kernel';
import { personFits } from '../people.js';
import type { DecideOf, Situation, TrackDecision } from '../track.js';
import type { TandemCommand } from './commands.js';
import { expertHasRoom, expertIsCertified, householdDidNotDecline, noTandemRuns, running } from './rules.js';
import type { CurrentTandem } from './state.js';

type Running = Extract<CurrentTandem, { phase: 'running' | 'paused' }>;

/** Runs the decision on the pair that runs (or pauses); without one: TANDEM_NOT_RUNNING. */
const withRunning = ({ trajectory }: Situation, decide: (tandem: Running) => TrackDecision): TrackDecision =>
  running(trajectory.tandem.current) ? decide(trajectory.tandem.current) : refuse('TANDEM_NOT_RUNNING');

const expertMayJoin = (expertId: string, { trajectory, meta, context }: Situation) => [
  expertIsCertified(context, expertId, dayOfCommand(meta)),
  expertHasRoom(context, expertId),
  householdDidNotDecline(trajectory.tandem, expertId),
];

export const decideTandem: DecideOf<TandemCommand> = {
  ProposeTandem: ({ tandemId, coachId, expertId }, situation) =>
    unless(
      [
        personFits(situation.context, coachId, 'coachId'),
        personFits(situation.context, expertId, 'expertId'),
        situation.trajectory.tandem.tandems.includes(tandemId) && { code: 'TANDEM_EXISTS', field: 'tandemId' },
        noTandemRuns(situation.trajectory.tandem),
        ...expertMayJoin(expertId, situation),
        situation.trajectory.tandem.current.phase === 'proposed' && { code: 'OUT_OF_ORDER' },
      ],
      () => [{ type: 'TandemProposed', data: { tandemId, coachId, expertId } }],
    ),

  AcceptTandem: (_, { trajectory: { tandem } }) =>
    tandem.current.phase === 'proposed'
      ? accept({ type: 'TandemStarted', data: { tandemId: tandem.current.tandemId } })
      : refuse('OUT_OF_ORDER'),

  DeclineTandem: ({ reason }, { trajectory: { tandem } }) =>
    tandem.current.phase === 'proposed'
      ? accept({ type: 'TandemDeclined', data: { tandemId: tandem.current.tandemId, reason } })
      : refuse('OUT_OF_ORDER'),

  LogTandemContact: ({ contactId, kind, minutes, note }, situation) => {
    if (situation.trajectory.tandem.contacts.some((contact) => contact.contactId === contactId))
      return refuse('CONTACT_EXISTS', { field: 'contactId' });
    return withRunning(situation, ({ phase, tandemId }) =>
      phase === 'paused'
        ? refuse('TANDEM_PAUSED')
        : accept({ type: 'TandemContactLogged', data: { tandemId, contactId, kind, minutes, note } }),
    );
  },

  PauseTandem: (_, situation) =>
    withRunning(situation, ({ phase, tandemId }) =>
      phase === 'paused' ? refuse('OUT_OF_ORDER') : accept({ type: 'TandemPaused', data: { tandemId } }),
    ),

  ResumeTandem: (_, situation) =>
    withRunning(situation, ({ phase, tandemId }) =>
      phase === 'running' ? refuse('OUT_OF_ORDER') : accept({ type: 'TandemResumed', data: { tandemId } }),
    ),

  ReplaceExpert: ({ expertId }, situation) => {
    const unknown = personFits(situation.context, expertId, 'expertId');
    if (unknown) return { refused: unknown };
    return withRunning(situation, ({ tandemId, expertId: present }) =>
      unless([...expertMayJoin(expertId, situation), present === expertId && { code: 'OUT_OF_ORDER' }], () => [
        { type: 'ExpertReplaced', data: { tandemId, expertId } },
      ]),
    );
  },

  ReplaceCoach: ({ coachId }, situation) => {
    const unknown = personFits(situation.context, coachId, 'coachId');
    if (unknown) return { refused: unknown };
    return withRunning(situation, ({ tandemId, coachId: present }) =>
      present === coachId ? refuse('OUT_OF_ORDER') : accept({ type: 'CoachReplaced', data: { tandemId, coachId } }),
    );
  },

  EndTandem: ({ reason }, situation) =>
    withRunning(situation, ({ tandemId }) => accept({ type: 'TandemEnded', data: { tandemId, reason } })),
};
