import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { CorruptSeal } from '@perspectief/kernel';

const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Bytes of a key. */
export const KEY_BYTES = 32;

export const newKey = (): Buffer => randomBytes(KEY_BYTES);

/** Asking the system for random bytes takes longer than sealing a short text: they are drawn for many at once. */
const DRAWN = 128 * NONCE;
let [drawn, used] = [Buffer.alloc(0), 0];

const newNonce = (): Buffer => {
  if (used === drawn.length) [drawn, used] = [randomBytes(DRAWN), 0];
  return drawn.subarray(used, (used += NONCE));
};

/** Nonce, ciphertext, tag. A nonce is random: one key seals far fewer texts than the 2^32 that would make that unsafe. */
export const close = (key: Uint8Array, content: Uint8Array, about: string): Buffer => {
  const nonce = newNonce();
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
};

/** Throws `CorruptSeal` where a bit differs, in the content or in what it is about. */
export const open = (key: Uint8Array, box: Uint8Array, about: string): Buffer => {
  if (box.length < NONCE + TAG) throw new CorruptSeal('a sealed text is too short');
  try {
    const decipher = createDecipheriv(ALGORITHM, key, box.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAAD(Buffer.from(about));
    decipher.setAuthTag(box.subarray(box.length - TAG));
    const content = decipher.update(box.subarray(NONCE, box.length - TAG));
    // In this mode nothing is held back: the end gives no bytes, it checks the tag.
    decipher.final();
    return content;
  } catch {
    throw new CorruptSeal('a sealed text was changed, moved, or sealed with another key');
  }
};
