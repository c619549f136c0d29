import { Bell } from '@perspectief/event-store';
import type { QueryRunner } from 'typeorm';

/** What the trigger on `evaluation.jobs` tells; see the tables of the register. */
const CHANNEL = 'evaluation_jobs';

interface Listening {
  on(event: 'notification', hear: () => void): void;
  off(event: 'notification', hear: () => void): void;
}

/** Rings when a job comes, ends, or is asked to stop. What rang while nobody waited is remembered. */
export class JobBell {
  private readonly bell = new Bell();
  private heard = 0;

  private constructor(
    private readonly connection: QueryRunner,
    private readonly client: Listening,
  ) {
    client.on('notification', this.ring);
  }

  /** Over this connection, which stays open as long as it is listened to. */
  static async over(connection: QueryRunner): Promise<JobBell> {
    const bell = new JobBell(connection, (await connection.connect()) as Listening);
    await connection.query(`listen ${CHANNEL}`);
    return bell;
  }

  /** Until it rings, or that many milliseconds: a bell that nobody hears, on a connection that broke, holds nobody up. */
  async rings(within: number, signal: AbortSignal): Promise<void> {
    await this.bell.wait(this.heard, within, signal);
    this.heard = this.bell.count;
  }

  async close(): Promise<void> {
    this.client.off('notification', this.ring);
    await this.connection.query(`unlisten ${CHANNEL}`).catch(() => undefined);
  }

  private readonly ring = (): void => this.bell.ring();
}
