import { CLOSED, ERASED, mapTexts, mayHoldSealed, replaceSealed, sealedIn, type KeyHolder, type Seal, type Sealed } from '@perspectief/kernel';

const tokenOf = ({ head, box }: Sealed): string => `${head}.${box}`;

const textsWithTokens = (answer: unknown): ReadonlySet<string> => {
  const texts = new Set<string>();
  mapTexts(answer, (text) => {
    if (mayHoldSealed(text)) texts.add(text);
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
    const wanted = [...texts].flatMap((text) => sealedIn(text).filter(({ seal }) => may(seal)));
    const contents = await this.keys.open(wanted);
    const opened = new Map(wanted.map((sealed, n) => [tokenOf(sealed), contents[n] ?? ERASED]));
    const readable = new Map([...texts].map((text) => [text, replaceSealed(text, (sealed) => opened.get(tokenOf(sealed)) ?? CLOSED)]));
    return mapTexts(answer, (text) => (mayHoldSealed(text) ? (readable.get(text) ?? text) : text));
  }
}
