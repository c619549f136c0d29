import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** Whether the file says of itself that it is gzip, whatever its name. */
export const isGzip = async (path: string): Promise<boolean> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
};

/** The bytes of a file, taken out of gzip where it is in it. */
export const bytesOf = async (path: string): Promise<Readable> => {
  const raw = createReadStream(path);
  // What goes wrong comes out at the end that is read.
  return (await isGzip(path)) ? pipeline(raw, createGunzip(), () => undefined) : raw;
};

export const isBrokenGzip = (error: unknown): boolean => String((error as { readonly code?: unknown }).code).startsWith('Z_');

/** What is no text in the encoding that the file says it is in. */
export class NotText extends Error {}

const HEAD = 200;
const REPLACED = '\uFFFD';

/** As an XML file says itself, by its mark or in its first line; else UTF-8. */
const encodingOf = (head: Buffer): string => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return /^[^>]*encoding\s*=\s*["']([\w.-]+)/.exec(head.toString('latin1', 0, HEAD))?.[1] ?? 'utf-8';
};

const decoderOf = (head: Buffer): TextDecoder => {
  try {
    return new TextDecoder(encodingOf(head), { fatal: true });
  } catch {
    throw new NotText();
  }
};

/** The text of an XML file, piece by piece, also where it is compressed. @throws NotText after all that could be read. */
export async function* textOf(path: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const piece of (await bytesOf(path)) as AsyncIterable<Buffer>) {
    decoder ??= decoderOf(piece);
    let text: string;
    try {
      text = decoder.decode(piece, { stream: true });
    } catch {
      yield new TextDecoder(decoder.encoding).decode(piece).split(REPLACED)[0] ?? '';
      throw new NotText();
    }
    yield text;
  }
}

export const firstLine = async (path: string): Promise<string> => {
  const bytes = await bytesOf(path);
  try {
    for await (const line of createInterface({ input: bytes })) return line;
    return '';
  } finally {
    bytes.destroy();
  }
};
