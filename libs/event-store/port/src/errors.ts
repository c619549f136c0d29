import type { Expected } from './event-store.js';

/** Broken wires and lost races; expected refusals are values, never these. */
export class Conflict extends Error {
  constructor(readonly stream: string, readonly expected: Expected, readonly actual: number) {
    super(`stream has ${actual} events, expected ${expected}`);
    this.name = 'Conflict';
  }
}

/** The id of an earlier command was sent with another body. */
export class CommandReused extends Error {
  constructor(readonly commandId: string) {
    super(`command ${commandId} was sent before with another body`);
    this.name = 'CommandReused';
  }
}

/** The store does not answer, for now. */
export class Unavailable extends Error {
  constructor(cause: unknown) {
    super('the event store does not answer', { cause });
    this.name = 'Unavailable';
  }
}

/** What is stored cannot be: a gap, an unknown schema, a cursor that points at nothing. */
export class Corrupt extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'Corrupt';
  }
}

/** The data holds what no store keeps: a null byte, or half of a surrogate pair. Refuse such input at the edge. */
export class Unstorable extends Error {
  constructor(cause?: unknown) {
    super('data with a null byte or half a surrogate pair cannot be stored', { cause });
    this.name = 'Unstorable';
  }
}
