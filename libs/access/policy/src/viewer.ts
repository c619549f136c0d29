import type { Uuid } from '@perspectief/kernel';

/** Who looks, as rules see it. */
export interface Viewer {
  readonly personId: string;
  readonly role: string;
  readonly municipality: string;
  /** Of the person and of the team; none for who works in the whole municipality. */
  readonly areas: readonly string[];
  /** Households whose glass this person broke, less than three hours ago. */
  readonly glasses: readonly Uuid[];
}
