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

const bytesOf = async (path: string): Promise<Readable> => {
  const raw = createReadStream(path);
  // What goes wrong comes out at the end that is read.
  return (await isGzip(path)) ? pipeline(raw, createGunzip(), () => undefined) : raw;
};

export const isBrokenGzip = (error: unknown): boolean => String((error as { readonly code?: unknown }).code).startsWith('Z_');

/** The text of a file in UTF-8, piece by piece, also where it is compressed. */
export async function* textOf(path: string): AsyncGenerator<string> {
  const bytes = await bytesOf(path);
  bytes.setEncoding('utf8');
  yield* bytes as AsyncIterable<string>;
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
