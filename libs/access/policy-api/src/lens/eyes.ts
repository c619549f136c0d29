import type { Part, Viewer } from '@perspectief/access';
import type { Domain } from '@perspectief/kernel';

/** What a viewer sees of one file: made by the policy, used by every lens. */
export interface Eyes {
  readonly viewer: Pick<Viewer, 'personId' | 'role'>;
  readonly parts: ReadonlySet<Part>;
  /** Ids of members that this viewer signs in as. */
  readonly memberIds: readonly string[];
  /** Laws under which there is support, whether or not their details are open. */
  readonly laws: readonly Domain[];
}

/** Something that was left out, so that a page can say so in place of showing nothing. */
export interface ClosedPart {
  readonly part: string;
  /** `support-in-place`: there is help under this law, and why stays there (PR-03); `not-for-your-task`: no work of yours. */
  readonly reason: 'support-in-place' | 'not-for-your-task';
}

interface Told {
  readonly toldBy: string;
  readonly visibleTo: readonly string[];
}

const roles: readonly string[] = [
  ...['neighbourhood-coach', 'debt-counsellor', 'experience-expert', 'budget-holder', 'household-member'],
  ...['evaluator', 'microdata-evaluator', 'administrator', 'privacy-officer'],
];

/**
 * A story is read by who told it and by the people and roles that it names. The coach reads what is for any role; what one
 * adult shared with a person alone is for that person alone.
 */
export const readsStory = ({ viewer, parts, memberIds }: Eyes, { toldBy, visibleTo }: Told): boolean => {
  if (!parts.has('stories')) return false;
  if (parts.has('others-stories') || toldBy === viewer.personId) return true;
  if ([viewer.personId, viewer.role, ...memberIds].some((name) => visibleTo.includes(name))) return true;
  return viewer.role === 'neighbourhood-coach' && (visibleTo.length === 0 || visibleTo.some((name) => roles.includes(name)));
};

/** Of a law that keeps its details: that there is support, not why. Without support there is nothing to say. */
export const closedLaws = ({ parts, laws }: Eyes): readonly ClosedPart[] =>
  laws.filter((law) => !parts.has(law)).map((part) => ({ part, reason: 'support-in-place' }));
