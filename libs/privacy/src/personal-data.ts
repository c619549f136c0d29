import { CLOSED, ERASED, mapTexts, mayHoldSealed, piecesOf, type KeyHolder, type Seal, type Sealed } from '@perspectief/kernel';

type Pieces = ReadonlyMap<string, readonly (string | Sealed)[]>;

const textsWithTokens = (answer: unknown): Pieces => {
  const texts = new Map<string, readonly (string | Sealed)[]>();
  mapTexts(answer, (text) => {
    if (mayHoldSealed(text) && !texts.has(text)) texts.set(text, piecesOf(text));
    return text;
  });
  return texts;
};

/** Opens answers on their way out: the one place where personal texts become readable again. */
export class PersonalData {
  constructor(private readonly keys: KeyHolder) {}

  /**
   * A copy of the answer in which every sealed text, also inside a sentence, is opened where `may` says so. The rest reads
   * CLOSED, and ERASED where the key was destroyed. Keys are read once for the whole answer.
   */
  async open<T>(answer: T, may: (seal: Seal) => boolean): Promise<T> {
    const texts = textsWithTokens(answer);
    if (texts.size === 0) return answer;
    const wanted = [...texts.values()].flat().filter((piece): piece is Sealed => typeof piece !== 'string' && may(piece.seal));
    const contents = await this.keys.open(wanted);
    const opened = new Map(wanted.map((sealed, n) => [sealed, contents[n] ?? ERASED]));
    const readable = new Map([...texts].map(([text, pieces]) => [text, pieces.map((piece) => (typeof piece === 'string' ? piece : (opened.get(piece) ?? CLOSED))).join('')]));
    return mapTexts(answer, (text) => (mayHoldSealed(text) ? (readable.get(text) ?? text) : text));
  }
}
