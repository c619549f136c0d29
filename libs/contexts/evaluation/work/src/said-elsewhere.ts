import type { Uuid } from '@perspectief/kernel';
import type { StudyKey } from '@perspectief/evaluation-datasets';
import type { Ledger } from '@perspectief/evaluation-disclosure';
import type { Tools } from './tools.js';

/**
 * What other studies said, under the names of this one: the same people are counted there, and a figure of one study less one of another is
 * a few of them. A study whose key was destroyed can no longer be compared. Subjects whom this log does not know keep a name that nobody here has.
 */
export const saidElsewhere = async ({ releases, studies }: Tools, studyId: Uuid, trajectoryIds: readonly Uuid[], { pseudonymOf }: StudyKey): Promise<Ledger> => {
  const all: Ledger[] = [];
  for (const [other, said] of await releases.saidByOthers(studyId)) {
    const key = await studies.keys.of(other);
    if (!key) continue;
    const named = new Map(trajectoryIds.map((id) => [key.pseudonymOf(id), pseudonymOf(id)]));
    all.push(said.map((statement) => ({ ...statement, subjects: statement.subjects.map((subject) => named.get(subject) ?? `elsewhere ${subject}`) })));
  }
  return all.flat();
};
