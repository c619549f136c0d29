/** One partition of one projection: what a worker takes on. */
export interface Claim {
  readonly reader: string;
  readonly partition: number;
}

/** What is known of a claim now. */
export interface Standing extends Claim {
  /** The living worker that holds it. */
  readonly holder: string | undefined;
}

export interface Look {
  readonly all: readonly Standing[];
  /** Workers that are alive, this one among them. */
  readonly workers: number;
}

export interface Step {
  readonly take: readonly Claim[];
  /** Of these, what it takes beyond its share, and keeps. */
  readonly adopt: readonly Claim[];
  readonly release: readonly Claim[];
}

export const keyOf = ({ reader, partition }: Claim): string => `${reader}/${partition}`;

/**
 * What a worker does next so that all is written, and each writes about as much: it takes what nobody holds up to its share, and
 * gives away what it holds beyond. What was free at its last look too (`lately`), others cannot or will not take: that it adopts.
 */
export const nextStep = (me: string, { all, workers }: Look, lately: ReadonlySet<string>, adopted: ReadonlySet<string>): Step => {
  const fair = Math.ceil(all.length / Math.max(1, workers));
  const mine = all.filter(({ holder }) => holder === me);
  const free = all.filter(({ holder }) => holder === undefined);
  const room = Math.max(0, fair - mine.length);
  const beyond = mine.filter((claim) => !adopted.has(keyOf(claim))).slice(fair);
  const adopt = free.slice(room).filter((claim) => lately.has(keyOf(claim)));
  return { take: [...free.slice(0, room), ...adopt], adopt, release: beyond };
};
