import type { CaseworkAction as Action } from '@perspectief/access';
import { dayOfMoment, type Actor, type KeyHolder } from '@perspectief/kernel';
import { whatItIsMadeOf } from '@perspectief/runtime';
import type { Admitted } from './admitted.js';
import { seenIn } from './from-memory.js';
import type { Arguments } from './subjects.js';

/** An answer as it was given, and the look that it takes to give it again. */
export interface KeptAnswer {
  readonly admitted: Admitted;
  readonly answer: object;
  /** Milliseconds since 1970. */
  readonly until: number;
  /** Characters, roughly. */
  readonly size: number;
}

/** Characters of all that is kept, and of the largest that is. */
const MOST = 4_000_000;
const LARGEST = 200_000;

/** Milliseconds. What nobody asks for again goes too, this long after its time at most. */
const SWEPT_EVERY = 5_000;

/** Pages of now, of one file. */
const pages: ReadonlySet<Action> = new Set(['trajectory', 'household']);
/** With these a page is of another moment, or waits for one. */
const moments = ['asOf', 'knownAt', 'after'] as const;

/**
 * Answers as they were given last, opened. One is given again to the same person, under the same rules, on the same day, and only when
 * the log bears out, in the statement that writes the look, that what it was made of has not grown. Kept no longer than the keys that
 * opened it, and gone with them.
 */
export class KeptAnswers {
  private readonly kept = new Map<string, KeptAnswer>();
  private size = 0;
  private forgotten = 0;
  private sweeping: NodeJS.Timeout | undefined;

  constructor(
    private readonly keys: Pick<KeyHolder, 'onDestroyed' | 'heldUntil'>,
    private readonly most = MOST,
    private readonly now: () => number = Date.now,
  ) {
    keys.onDestroyed(() => {
      this.kept.clear();
      [this.size, this.forgotten] = [0, this.forgotten + 1];
    });
  }

  /** What was asked, by whom, on which day; undefined for what is never kept. */
  nameOf(action: Action, args: Arguments, actor: Actor | undefined): string | undefined {
    if (!actor || !pages.has(action) || moments.some((moment) => args[moment] != null)) return undefined;
    return JSON.stringify([actor.id, actor.role, action, dayOfMoment(new Date(this.now()).toISOString()), args]);
  }

  has(name: string): boolean {
    return this.kept.has(name);
  }

  of(name: string): KeptAnswer | undefined {
    const found = this.kept.get(name);
    if (!found) return undefined;
    this.drop(name);
    if (found.until <= this.now()) return undefined;
    this.put(name, found);
    return found;
  }

  /** Call it before the answer is made, and what it returns with the answer: what was forgotten meanwhile is not kept. */
  keeping(name: string): (admitted: Admitted, told: object, answer: object) => void {
    const { forgotten } = this;
    return (admitted, told, answer) => {
      const file = admitted.found[0]?.file;
      const made = whatItIsMadeOf(told);
      const isOfNow = made && seenIn(admitted.found)?.some(({ stream, version }) => stream === made.stream && version === made.version);
      if (!file || file.household.erased || !isOfNow || forgotten !== this.forgotten) return;
      this.keep(name, { admitted: { ...admitted, claim: undefined }, answer, until: this.keys.heldUntil(file.household.householdId), size: name.length + JSON.stringify(answer).length });
    };
  }

  private keep(name: string, one: KeptAnswer): void {
    this.drop(name);
    if (one.size > Math.min(LARGEST, this.most)) return;
    this.put(name, one);
    this.sweepLater();
    for (const oldest of this.kept.keys()) {
      if (this.size <= this.most) return;
      this.drop(oldest);
    }
  }

  private sweepLater(): void {
    this.sweeping ??= setTimeout(() => {
      this.sweeping = undefined;
      for (const [name, { until }] of this.kept) if (until <= this.now()) this.drop(name);
      if (this.kept.size > 0) this.sweepLater();
    }, SWEPT_EVERY).unref();
  }

  private put(name: string, one: KeptAnswer): void {
    this.kept.set(name, one);
    this.size += one.size;
  }

  private drop(name: string): void {
    this.size -= this.kept.get(name)?.size ?? 0;
    this.kept.delete(name);
  }
}
