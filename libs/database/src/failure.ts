/** The database could not be started or reached; the sentence says what the person at the keyboard can do. */
export class DatabaseFailure extends Error {
  constructor(what: string, cause?: unknown) {
    super(what, cause === undefined ? undefined : { cause });
    this.name = 'DatabaseFailure';
  }
}
