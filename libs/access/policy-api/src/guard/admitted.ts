import type { CaseworkAction as Action, PolicyRow, Rules } from '@perspectief/access';
import type { SessionClaim } from '@perspectief/edge';
import type { Actor } from '@perspectief/kernel';
import type { Found } from './subjects.js';

/** A question or command that may go on, with what the policy said. */
export interface Admitted {
  readonly actor: Actor;
  readonly rules: Rules;
  readonly action: Action;
  readonly row: PolicyRow | undefined;
  readonly found: readonly Found[];
  readonly startedAt: string;
  /** Of the request alone, and not kept with its answer. */
  readonly claim?: SessionClaim | undefined;
}

export interface Denied {
  readonly about: Found | undefined;
  readonly malformed?: string | undefined;
}
