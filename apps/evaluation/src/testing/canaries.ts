import { randomUUID } from 'node:crypto';
import { deriveId } from '@perspectief/kernel';
import type { RunningEvaluation } from './running-evaluation.js';
import { trajectoryOf } from './town.js';

export const CANARIES = ['Kanariegeel', 'Kanarievogel', 'Kanariebank', 'Kanarieveer'] as const;

/** Words that somebody typed, sealed and unsealed, in the file of one household that is in the study; answers how many commands were let in. */
export const hideCanaries = async ({ platform }: RunningEvaluation): Promise<number> => {
  const trajectoryId = trajectoryOf(1);
  const actor = { id: 'coach-1', role: 'neighbourhood-coach' };
  const told = [
    { type: 'TellStory', data: { trajectoryId, storyId: deriveId('canary story'), text: `Wij heten ${CANARIES[0]}`, visibleTo: ['neighbourhood-coach'] } },
    { type: 'LogContact', data: { trajectoryId, contactId: deriveId('canary contact'), kind: 'call', reached: true, note: CANARIES[1] } },
    { type: 'RegisterDebt', data: { trajectoryId, debtId: deriveId('canary debt'), creditor: CANARIES[2], claim: 12_300, rank: 'concurrent', treatment: 'included', kind: 'other' } },
    { type: 'ReportBottleneck', data: { trajectoryId, bottleneckId: deriveId('canary bottleneck'), rule: CANARIES[3], organisation: CANARIES[3], law: 'wmo', description: CANARIES[3] } },
  ];
  let written = 0;
  for (const command of told) {
    const answer = await platform.path.handle({ ...command, commandId: randomUUID(), actor } as never).catch(() => undefined);
    if (answer && 'accepted' in answer) written += 1;
  }
  return written;
};
