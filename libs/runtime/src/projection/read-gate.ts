import type { DataSource } from 'typeorm';
import type { Position } from '@perspectief/event-store';
import type { ChangeFeed } from './change-feed.js';

/** How long a query waits for its read model before it says that it is not there yet. */
const PATIENCE = 3_000;
const LOOK_AGAIN = 20;

/** Read your own writes: a query with `after` waits here until its read models have applied that position. */
export class ReadGate {
  constructor(
    private readonly database: DataSource,
    private readonly feed: ChangeFeed,
    /** Every answer is narrowed by these: without them one's own new row would not be among what one may see. */
    private readonly always: readonly string[] = [],
  ) {}

  /** True once every named projection, and those that are always waited for, have applied the position; false when patience ran out. */
  async reached(projections: readonly string[], after: Position, patience = PATIENCE): Promise<boolean> {
    const until = performance.now() + patience;
    for (;;) {
      if (await this.applied([...projections, ...this.always], after)) return true;
      if (performance.now() >= until) return false;
      await this.nudge();
    }
  }

  private async applied(projections: readonly string[], after: Position): Promise<boolean> {
    const rows = (await this.database.query(
      `select count(*)::int as behind from unnest($1::text[]) as wanted(reader)
         left join runtime.checkpoints c using (reader) where c.position is null or c.position < $2`,
      [projections, after],
    )) as { behind: number }[];
    return rows[0]?.behind === 0;
  }

  private nudge(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const timer = setTimeout(done, LOOK_AGAIN);
      const stop = this.feed.onChange(done);
    });
  }
}
