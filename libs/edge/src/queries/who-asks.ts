import type { Actor } from '@perspectief/kernel';

/** Tells who sends a request that is not GraphQL; the service knows how. */
export abstract class WhoAsks {
  abstract fromHeaders(headers: Readonly<Record<string, unknown>>): Promise<Actor | undefined>;
}

/** Stands before every file that leaves the platform: asks whether it may, and tells the reader log. */
export abstract class ExportDesk {
  /** Undefined for what is not there, and for what is not theirs. */
  abstract export<T extends object>(action: string, args: Readonly<Record<string, unknown>>, actor: Actor, answer: () => Promise<T | undefined>): Promise<T | undefined>;
}
