import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const CHUNK = 1 << 16;

async function* inChunks(parts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const part of parts) {
    held += part;
    if (held.length < CHUNK) continue;
    yield held;
    held = '';
  }
  if (held) yield held;
}

/** Writes a text however long it is, piece by piece. */
export const writeText = (path: string, parts: AsyncIterable<string>): Promise<void> =>
  pipeline(Readable.from(inChunks(parts)), createWriteStream(path, { encoding: 'utf8' }));
