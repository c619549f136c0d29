import { dayOf, type BusinessDate } from '@perspectief/kernel';
import { informative, spellsOf, type CaseAtCut, type Ending } from '@perspectief/evaluation-measures';
import type { DatedFact } from '@perspectief/evaluation-replay';
import type { StudyCard } from '@perspectief/evaluation-studies';

export interface StudySpell {
  readonly start: number;
  readonly stop: number;
  readonly cause: 0 | 1 | 2;
  readonly ending: Ending;
  readonly informative: boolean;
}

/** One case from the time zero of the study to its outcome, no further than the card follows. Undefined where it was never at risk. */
export const studySpell = (record: CaseAtCut, facts: readonly DatedFact[], { outcome, competing, followUpDays }: StudyCard, timeZero: BusinessDate): StudySpell | undefined => {
  const happened = facts.flatMap(({ type, happenedOn }) => (type === outcome.event && dayOf(happenedOn) >= timeZero ? [dayOf(happenedOn)] : [])).sort()[0];
  // To the study, the case begins at time zero.
  const asSeen: CaseAtCut = { ...record, milestones: { report: timeZero } };
  const [row] = spellsOf([asSeen], { timeZero: 'report', event: () => happened, competing }).rows;
  if (!row || row.start >= followUpDays) return undefined;
  const { start, stop, cause, ending } = row;
  if (stop > followUpDays) return { start, stop: followUpDays, cause: 0, ending: 'administrative', informative: false };
  return { start, stop, cause, ending, informative: informative.has(ending) };
};
