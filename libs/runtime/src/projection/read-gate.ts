import type { DataSource } from 'typeorm';
import type { Position } from '@perspectief/event-store';
import { prepared } from '../prepared.js';
import type { ChangeFeed } from './change-feed.js';

/** How long a query waits for its read model before it says that it is not there yet. */
const PATIENCE = 3_000;
const LOOK_AGAIN = 20;

/** By projection, as far as its slowest partition; those that have not begun are not in it. */
const STANDINGS = `select reader, min(position) as position from runtime.checkpoints group by reader having bool_and(position is not null)`;

type Standings = ReadonlyMap<string, Position>;

const isThere = (position: Position | undefined, after: Position): boolean => position !== undefined && position >= after;

/**
 * Read your own writes: a query with `after` waits here until its read models have applied that position. One look at the checkpoints
 * serves all who wait: under load, looks of their own would hold up what they wait for.
 */
export class ReadGate {
  private looking: Promise<Standings> | undefined;
  private nudging: Promise<void> | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly feed: ChangeFeed,
    /** Every answer is narrowed by these: without them one's own new row would not be among what one may see. */
    private readonly always: readonly string[] = [],
  ) {}

  /** True once every named projection, and those that are always waited for, have applied the position; false when patience ran out. */
  async reached(projections: readonly string[], after: Position, patience = PATIENCE): Promise<boolean> {
    const until = performance.now() + patience;
    const wanted = [...projections, ...this.always];
    for (;;) {
      const standings = await this.look();
      if (wanted.every((name) => isThere(standings.get(name), after))) return true;
      if (performance.now() >= until) return false;
      await this.nudge();
    }
  }

  private look(): Promise<Standings> {
    if (this.looking) return this.looking;
    const look = this.standings().finally(() => {
      if (this.looking === look) this.looking = undefined;
    });
    this.looking = look;
    return look;
  }

  private async standings(): Promise<Standings> {
    const rows = await prepared<{ reader: string; position: Position }>(this.database, { name: 'read gate', text: STANDINGS, values: [] });
    return new Map(rows.map(({ reader, position }) => [reader, position]));
  }

  /** A change of some read model, or a while. A look that is on its way may be older than the change: it serves nobody who waited for that. */
  private nudge(): Promise<void> {
    this.nudging ??= new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        stop();
        this.nudging = this.looking = undefined;
        resolve();
      };
      const timer = setTimeout(done, LOOK_AGAIN);
      const stop = this.feed.onChange(done);
    });
    return this.nudging;
  }
}
