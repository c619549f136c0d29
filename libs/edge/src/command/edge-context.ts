import type { Actor } from '@perspectief/kernel';
import type { Within } from '@perspectief/runtime';

/** What the service puts into GraphQL's context for each request. */
export interface EdgeContext {
  /** Who asks; absent when nobody is signed in. */
  readonly actor?: Actor | undefined;
  /** Nobody could be looked up: the directory does not answer. */
  readonly unavailable?: boolean | undefined;
  /** The areas of that person's team. */
  readonly areas?: readonly string[] | undefined;
  /** Of a list, what this person may see: put here by the guard that stands before every question. */
  readonly within?: Within | undefined;
  /** Whether a line of a timeline is for this person. */
  readonly sees?: ((line: object) => boolean) | undefined;
  /** Of a subscription: told when it ends, by whoever sends its pushes. */
  readonly ended?: (() => void) | undefined;
}
