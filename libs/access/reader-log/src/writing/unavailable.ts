/** A look could not be written. By its name the edge tells it as `UNAVAILABLE`, and gives no answer. */
export class ReaderLogUnavailable extends Error {
  constructor(cause?: unknown) {
    super('the reader log cannot be written', { cause });
    this.name = 'Unavailable';
  }
}
