/** A look could not be written. By its name the edge tells it as `UNAVAILABLE`, and gives no answer. */
export class ReaderLogUnavailable extends Error {
  constructor(cause?: unknown) {
    super('the reader log cannot be written', { cause });
    this.name = 'Unavailable';
  }
}

/** What the look rests on has changed since it was looked up: the look was not written, and the question is to be asked again. */
export class Outdated extends Error {
  constructor() {
    super('a stream that the look rests on has grown');
    this.name = 'Outdated';
  }
}
