import { TextSink } from '../tables/text-sink.js';

/** Writes a text however long it is, piece by piece. */
export const writeText = (path: string, parts: Iterable<string>): void => {
  const sink = new TextSink(path, { mode: 0o644 });
  try {
    for (const part of parts) sink.add(part);
  } finally {
    sink.close();
  }
};
