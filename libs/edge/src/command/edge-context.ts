import type { Actor } from '@perspectief/kernel';
import type { Cleared, Within } from '@perspectief/runtime';

/** Somebody is let in by a session that was found a moment ago. Whether it still runs is proven before anything is told or done. */
export interface SessionClaim {
  /** Its key, as the table of sessions has it. */
  readonly session: string;
  /** Somebody asked, and it ran. */
  proven: boolean;
  /** Asks. Throws where it runs no more. */
  prove(): Promise<void>;
}

/** What the service puts into GraphQL's context for each request. */
export interface EdgeContext {
  /** Who asks; absent when nobody is signed in. */
  readonly actor?: Actor | undefined;
  /** Nobody could be looked up: the directory does not answer. */
  readonly unavailable?: boolean | undefined;
  /** Of a command: when its look is in the log. Nothing of it is written before. */
  readonly cleared?: Cleared | undefined;
  readonly claim?: SessionClaim | undefined;
  /** Of a list, what this person may see: put here by the guard that stands before every question. */
  readonly within?: Within | undefined;
  /** Whether a line of a timeline is for this person. */
  readonly sees?: ((line: object) => boolean) | undefined;
  /** Of a subscription: told when it ends, by whoever sends its pushes. */
  readonly ended?: (() => void) | undefined;
}
