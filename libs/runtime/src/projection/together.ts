import type { BatchApplier, Turn } from './apply-batch.js';
import type { Checkpoint } from './checkpoints.js';

interface Waiting {
  readonly turn: Turn;
  readonly resolve: (at: Checkpoint) => void;
  readonly reject: (error: unknown) => void;
}

/** Keys that are destroyed come back with no rollback of anybody's rows: such a turn is one's own. */
const wantsItsOwn = ({ writer: { projection }, mine }: Turn): boolean => projection.tables.length === 0 && mine.length > 0;

/**
 * Turns of several writers that come in the same moment, as they do when one reading wakes all, share a transaction: one begin, one
 * commit, one move of the checkpoints. Where that does not go through, each has his turn alone, and hears of his own trouble only.
 */
export class Together {
  private waiting: Waiting[] = [];

  constructor(private readonly applier: Pick<BatchApplier, 'apply' | 'applyTogether'>) {}

  apply(turn: Turn): Promise<Checkpoint> {
    if (wantsItsOwn(turn)) return this.applier.apply(turn, false);
    return new Promise((resolve, reject) => {
      this.waiting.push({ turn, resolve, reject });
      if (this.waiting.length === 1) setImmediate(() => void this.write(this.waiting.splice(0)));
    });
  }

  private async write(all: readonly Waiting[]): Promise<void> {
    if (all.length > 1 && (await this.wroteTogether(all))) return;
    for (const { turn, resolve, reject } of all) this.applier.apply(turn, false).then(resolve, reject);
  }

  private async wroteTogether(all: readonly Waiting[]): Promise<boolean> {
    try {
      await this.applier.applyTogether(all.map(({ turn }) => turn));
    } catch {
      // Whose fault it is shows alone.
      return false;
    }
    for (const { turn, resolve } of all) resolve({ ...turn.from, position: turn.to });
    return true;
  }
}
