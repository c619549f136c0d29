import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** SHA-256 over the bytes of a file, and how many there are. */
export const fileDigest = async (path: string): Promise<{ readonly bytes: number; readonly sha256: string }> => {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
};
