import type { Actor } from '@perspectief/kernel';

/** Tells who sends a request that is not GraphQL; the service knows how. */
export abstract class WhoAsks {
  abstract fromHeaders(headers: Readonly<Record<string, unknown>>): Promise<Actor | undefined>;
}
