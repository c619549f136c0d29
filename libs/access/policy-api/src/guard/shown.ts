import { demands, type Part, type Subject } from '@perspectief/access';
import type { Uuid } from '@perspectief/kernel';
import type { Eyes } from '../lens/eyes.js';
import type { Admitted } from './admitted.js';
import { allowed, mayKnow } from './allowed.js';
import { answerSeen } from './answers.js';
import type { DeskSources } from './desk-sources.js';
import type { Listed } from './listed.js';
import { mayOpen } from './seals.js';
import type { Subjects } from './subjects.js';

/** To whom an answer is shown, and whose files stand in it. */
export interface Shown {
  readonly admitted: Admitted;
  readonly eyes: Eyes | undefined;
  readonly listed?: Listed | undefined;
}

type Sources = Pick<DeskSources, 'database' | 'personalData'>;

/** The answer as this viewer gets it: through the lens, and opened last, by the same parts. */
export const shown = async (told: object, { admitted: { rules, action, found }, eyes, listed }: Shown, sources: Sources, subjects: Subjects): Promise<object> => {
  const homes = new Map(listed?.homes.map((facts) => [facts.householdId, { kind: 'file', facts: { ...facts, opened: [] } } as const satisfies Subject]));
  // Asked for every sealed text: reckoned once for each household.
  const reckoned = new Map<Uuid, ReadonlySet<Part> | undefined>();
  const partsOfHome = (id: Uuid): ReadonlySet<Part> | undefined => {
    const home = homes.get(id);
    if (!reckoned.has(id)) reckoned.set(id, home && rules.partsOf(action, home));
    return reckoned.get(id);
  };
  const subject = found.find(({ subject: one }) => one)?.subject;
  const parts: ReadonlySet<Part> = eyes?.parts ?? (subject ? rules.partsOf(action, subject) : new Set());
  const seen = await answerSeen(told, {
    ...{ rules, action, eyes, parts },
    homeEyes: (id) => ({ viewer: rules.viewer, parts: partsOfHome(id) ?? new Set(), memberIds: [], laws: [] }),
    mayPot: async (id) => {
      const pot = await subjects.pot(id);
      return pot !== undefined && rules.may(action, pot);
    },
    mayRequests: (ids) => allowed(rules, action, 'requests', ids, sources.database),
    mayKnow: (ids) => mayKnow(rules, ids, sources.database),
  });
  const own = found.find(({ file }) => file)?.file;
  if ('office' in demands[action]) return sources.personalData.open(seen, mayOpen(() => rules.partsNamed(action, 'office')));
  const partsOf = (id: Uuid) => (own?.household.householdId === id ? parts : partsOfHome(id));
  return sources.personalData.open(seen, mayOpen(partsOf));
};
