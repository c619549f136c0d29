import { bytesOf } from './outside-file.js';

const [QUOTE, LINE_FEED, RETURN] = [0x22, 0x0a, 0x0d];
/** Bytes of the mark that Windows puts before a text. */
const MARK = 3;

/** The line on which a cell begins with a quote that never ends: the engine would pass over all that follows, and not say so. */
export const lineOfOpenQuote = async (path: string, delimiter: string): Promise<string | undefined> => {
  const between = delimiter.charCodeAt(0);
  let [line, opened, read] = [1, 0, 0];
  let [begins, quoted, closed] = [true, false, false];
  for await (const piece of (await bytesOf(path)) as AsyncIterable<Buffer>)
    for (const byte of piece) {
      read += 1;
      if (byte === LINE_FEED) line += 1;
      if (quoted) {
        // A second quote right after is one within the cell.
        if (byte === QUOTE) [quoted, closed] = [false, true];
      } else if (byte === QUOTE && (begins || closed)) {
        if (begins) opened = line;
        [quoted, begins, closed] = [true, false, false];
      } else [begins, closed] = [byte === between || byte === LINE_FEED || byte === RETURN || (read <= MARK && byte > 0x7f), false];
    }
  return quoted ? String(opened) : undefined;
};
