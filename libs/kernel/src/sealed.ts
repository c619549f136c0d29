import { domains } from './fields.js';
import type { Uuid } from './ids.js';
import { mapTexts } from './map-texts.js';

/** In whose work personal data were written: a law, or what belongs to the household, the tandem or the pots. Each has its own key. */
export const scopes = ['common', 'tandem', 'money', ...domains] as const;
export type Scope = (typeof scopes)[number];

/** Whose a personal text is, and where in the log it stands. All of it is authenticated with the text. */
export interface Seal {
  readonly householdId: Uuid;
  readonly scope: Scope;
  /** Which key of this household and scope; grows when a scope is written again after its key was destroyed. */
  readonly generation: number;
  readonly stream: string;
  readonly eventId: Uuid;
  /** Place in the event's data, such as `note` or `conditions.0`. */
  readonly path: string;
}

/** A sealed text: everything before the last dot, and the box (nonce, ciphertext, tag) in base64url. */
export interface Sealed {
  readonly seal: Seal;
  readonly head: string;
  readonly box: string;
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const TOKEN = `⟦(e1\\.(${UUID})\\.(${scopes.join('|')})\\.([1-9]\\d{0,8})\\.([A-Za-z]+-${UUID})\\.(${UUID})\\.([A-Za-z0-9_.]+))\\.([A-Za-z0-9_-]{38,})⟧`;
const EVERY = new RegExp(TOKEN, 'g');
const WHOLE = new RegExp(`^${TOKEN}$`);

const START = '⟦e1.';

/** What stands before the box; the authenticated part of a token. */
export const headOf = ({ householdId, scope, generation, stream, eventId, path }: Seal): string =>
  ['e1', householdId, scope, generation, stream, eventId, path].join('.');

/** The token that takes the place of a personal text. */
export const writeSealed = (seal: Seal, box: string): string => `⟦${headOf(seal)}.${box}⟧`;

const sealedOf = ([, head, householdId, scope, generation, stream, eventId, path, box]: readonly (string | undefined)[]): Sealed => ({
  seal: {
    householdId: householdId as Uuid,
    scope: scope as Scope,
    generation: Number(generation),
    stream: stream as string,
    eventId: eventId as Uuid,
    path: path as string,
  },
  head: head as string,
  box: box as string,
});

/** Reads a text that is one token and nothing else. */
export const readSealed = (text: string): Sealed | undefined => {
  const match = text.startsWith(START) ? WHOLE.exec(text) : null;
  return match ? sealedOf(match) : undefined;
};

/** Whether a text holds a token, or what looks like the beginning of one. */
export const mayHoldSealed = (text: string): boolean => text.includes(START);

/** The tokens in a text, also inside a sentence. */
export const sealedIn = (text: string): readonly Sealed[] =>
  mayHoldSealed(text) ? [...text.matchAll(EVERY)].map(sealedOf) : [];

/** A text as its tokens and what stands between them: read once, put together as often as one likes. */
export const piecesOf = (text: string): readonly (string | Sealed)[] => {
  const pieces: (string | Sealed)[] = [];
  let end = 0;
  for (const match of text.matchAll(EVERY)) {
    if (match.index > end) pieces.push(text.slice(end, match.index));
    pieces.push(sealedOf(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
};

/** The text with each token replaced. What is put in its place is not looked at again. */
export const replaceSealed = (text: string, by: (sealed: Sealed) => string): string =>
  mayHoldSealed(text) ? piecesOf(text).map((piece) => (typeof piece === 'string' ? piece : by(piece))).join('') : text;

/** Every sealed text in a value. */
export const sealedTexts = (value: unknown): readonly Sealed[] => {
  const found: Sealed[] = [];
  mapTexts(value, (text) => {
    found.push(...sealedIn(text));
    return text;
  });
  return found;
};

/** Stands for what this reader may not read. */
export const CLOSED = '[afgeschermd]';
/** Stands for what nobody can read any more. */
export const ERASED = '[gewist]';

/** A text that wants sealing: the generation is the key holder's to choose. */
export interface Unsealed {
  readonly seal: Omit<Seal, 'generation'>;
  readonly text: string;
}

/** Whoever holds the keys. Asked once for all texts of a decision; an answer for each, in the same order. */
export interface KeyHolder {
  /** Throws `HouseholdKeysDestroyed` where that household was erased. */
  seal(texts: readonly Unsealed[]): Promise<readonly string[]>;
  /** The text, or undefined where its key was destroyed. Throws `CorruptSeal` where a token was changed or moved. */
  open(sealed: readonly Sealed[]): Promise<readonly (string | undefined)[]>;
  isErased(householdId: Uuid): Promise<boolean>;
  /** Digest that nobody without this installation's key can make: a guess cannot be checked against it. */
  digest(text: string): Promise<string>;
  /** Told after keys were destroyed: what was kept opened is to be forgotten. */
  onDestroyed(listener: () => void): void;
  /** Until when what these keys opened may be kept, in milliseconds since 1970: no longer than the keys are. */
  heldUntil(householdId: Uuid): number;
}

/** The household was erased; nothing is written about it any more. */
export class HouseholdKeysDestroyed extends Error {
  constructor() {
    super('the keys of this household were destroyed');
    this.name = 'HouseholdKeysDestroyed';
  }
}

/** A sealed text was changed or moved, or its key is not the one that it was sealed with. Says nothing of the content. */
export class CorruptSeal extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'CorruptSeal';
  }
}
