import { CLOSED, ERASED, mapTexts, replaceSealed, sealedTexts, type KeyHolder, type Seal } from '@perspectief/kernel';

/** Opens answers on their way out: the one place where personal texts become readable again. */
export class PersonalData {
  constructor(private readonly keys: KeyHolder) {}

  /**
   * A copy of the answer in which every sealed text, also inside a sentence, is opened where `may` says so. The rest reads
   * CLOSED, and ERASED where the key was destroyed. Keys are read once for the whole answer.
   */
  async open<T>(answer: T, may: (seal: Seal) => boolean): Promise<T> {
    const wanted = new Map(sealedTexts(answer).filter(({ seal }) => may(seal)).map((sealed) => [`${sealed.head}.${sealed.box}`, sealed]));
    const texts = await this.keys.open([...wanted.values()]);
    const opened = new Map([...wanted.keys()].map((token, n) => [token, texts[n] ?? ERASED]));
    return mapTexts(answer, (text) => replaceSealed(text, ({ head, box }) => opened.get(`${head}.${box}`) ?? CLOSED));
  }
}
