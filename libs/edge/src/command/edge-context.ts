import type { Actor } from '@perspectief/kernel';

/** What the service puts into GraphQL's context for each request. */
export interface EdgeContext {
  /** Who asks; absent when nobody is signed in. */
  readonly actor?: Actor | undefined;
  /** Nobody could be looked up: the directory does not answer. */
  readonly unavailable?: boolean | undefined;
  /** The areas of that person's team. */
  readonly areas?: readonly string[] | undefined;
}
