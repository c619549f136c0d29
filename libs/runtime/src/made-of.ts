/** A stream, and how many of its events something was made of. */
export interface MadeOf {
  readonly stream: string;
  readonly version: number;
}

/** By identity, and not a field: a copy, to which something else may have been added, is noted of nothing. */
const streams = new WeakMap<object, MadeOf>();

/** Notes what an answer was made of, and of nothing else: as long as the stream is no longer than that, it would be made the same. */
export const madeOf = <T extends object>(answer: T, of: MadeOf): T => {
  streams.set(answer, of);
  return answer;
};

/** Undefined for what nobody noted. */
export const whatItIsMadeOf = (answer: object): MadeOf | undefined => streams.get(answer);
