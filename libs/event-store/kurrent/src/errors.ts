/** More than one append may carry. Documents belong in the document store, not in events. */
export class TooLarge extends Error {
  constructor(what: 'event' | 'append', bytes: number, limit: number) {
    super(`an ${what} of ${bytes} bytes is more than the ${limit} that the log takes`);
    this.name = 'TooLarge';
  }
}

/** The address names no event store, or asks of the client what it does not do. Its message never repeats the address. */
export class BadAddress extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'BadAddress';
  }
}
