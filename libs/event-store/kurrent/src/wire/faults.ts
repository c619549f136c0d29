/** What an error of the client means to us. Several paths of one client say the same in different ways, so its gRPC code counts as much as its type. */
export type Fault =
  /** The stream is not where the writer thought. */
  | 'wrong-version'
  | 'no-stream'
  /** Gone for ever. */
  | 'deleted'
  | 'too-large'
  /** Not who, or not allowed. */
  | 'denied'
  /** The server could not do this, and does not say why: a place that is no place is answered so. */
  | 'unknown'
  /** Not now; what was asked may have happened or not. */
  | 'again'
  /** No word of the server: a bug of ours. */
  | 'bug';

const BY_TYPE: Readonly<Record<string, Fault>> = {
  'wrong-expected-version': 'wrong-version',
  // The first of the events stands there, and a later one does not.
  'invalid-transaction': 'wrong-version',
  'stream-not-found': 'no-stream',
  'no-stream': 'no-stream',
  'stream-deleted': 'deleted',
  'maximum-append-size-exceeded': 'too-large',
  'access-denied': 'denied',
  'not-leader': 'again',
  unavailable: 'again',
  timeout: 'again',
  'deadline-exceeded': 'again',
  cancelled: 'again',
  'invalid-argument': 'unknown',
  'not-found': 'unknown',
  unknown: 'unknown',
};

/** gRPC: 1 cancelled, 2 unknown, 3 invalid argument, 4 deadline, 5 not found, 7 and 16 denied, 8 exhausted, 10 aborted, 11 out of range, 13 internal, 14 unavailable. */
const BY_CODE: Readonly<Record<number, Fault>> = {
  1: 'again', 2: 'unknown', 3: 'unknown', 4: 'again', 5: 'unknown', 7: 'denied', 8: 'again', 10: 'again', 11: 'unknown', 13: 'again', 14: 'again', 16: 'denied',
};

/** What the client throws without a code: no node found, or a stream that broke under a write. */
const WIRE = /^Failed to discover|write after end|stream (was )?(closed|destroyed)|premature close|channel has been (shut down|closed)/i;

/** The batch path wraps "not ready", "busy" and "no leader" in this sentence, without a code. */
const NOT_HANDLED = /Server Is (Not Ready|(Too )?Busy)|No leader info/i;

/** Servers from 25.1 have a limit for each event, under a name that the client does not know. */
const EVENT_TOO_LARGE = /exceeds Maximum Append Event Size/i;

export const faultOf = (error: unknown): Fault => {
  if (!(error instanceof Error)) return 'bug';
  const { type, code, message } = error as Error & { readonly type?: unknown; readonly code?: unknown };
  if (EVENT_TOO_LARGE.test(message)) return 'too-large';
  if (NOT_HANDLED.test(message) || WIRE.test(message)) return 'again';
  const byType = typeof type === 'string' ? BY_TYPE[type] : undefined;
  const byCode = typeof code === 'number' ? BY_CODE[code] : undefined;
  // A type that says nothing gives way to a code that says something.
  return (byType === 'unknown' ? byCode : byType) ?? byType ?? byCode ?? 'bug';
};

/** Thrown by our own watch when the server stays silent. */
export class Silence extends Error {
  readonly type = 'deadline-exceeded';
  constructor(milliseconds: number) {
    super(`no answer within ${milliseconds} ms`);
    this.name = 'Silence';
  }
}
