import { dayOf, parseLocalDateTime, startOf, type LocalDateTime, type Recorded, type Uuid } from '@perspectief/kernel';
import type { Platform } from '@perspectief/assembly';
import { Corrupt } from '@perspectief/event-store';
import type { CommandAnswer } from '@perspectief/runtime';
import type { ScopedClock } from '../opening/scoped-clock.js';
import { judge, type StepReport } from './judged.js';
import { actorOf, idOfStep, resolved, streamsNamedIn, streamsOf } from './labels.js';
import type { ClockStep, CommandStep, Step, Story } from './story.js';

export type StoryPlatform = Pick<Platform, 'url' | 'store' | 'directory' | 'path' | 'projections' | 'policies' | 'clockDriver' | 'pages' | 'budgets'>;

/** More rounds than any story needs: what time brings about may bring about more, but not for ever. */
const ROUNDS = 50;
const PAGE = 500;

const momentOf = (step: Step): LocalDateTime => parseLocalDateTime(step.on) ?? startOf(dayOf(step.on));

const failure = (step: CommandStep, error: unknown): StepReport => {
  // Only the log's own complaint is safe to repeat: it names fields, never values.
  const what = error instanceof Corrupt ? error.message : error instanceof Error ? error.name : 'unknown error';
  const expected = step.refused === undefined ? 'accepted' : `refused: ${step.refused}`;
  return { n: step.n, on: step.on, do: step.do, outcome: 'refused', ok: false, repeated: false, expected, seen: `the platform failed: ${what}` };
};

/** Where one story plays: its streams, its clock, and how far its policies have come. */
export class Stage {
  private readonly streams: ReadonlySet<string>;
  private cursor: string | undefined;
  /** What its streams hold, read once and then kept up. */
  private readonly read = new Map<Uuid, Recorded>();
  private readUpTo: string | undefined;

  constructor(
    private readonly platform: StoryPlatform,
    private readonly clock: ScopedClock,
    private readonly story: Story,
  ) {
    this.streams = new Set(streamsOf(story));
  }

  async open(): Promise<void> {
    this.cursor = await this.platform.store.head();
  }

  async take(step: Step): Promise<StepReport> {
    return this.clock.at(momentOf(step), () => ('clock' in step ? this.pass(step) : this.act(step)));
  }

  private async act(step: CommandStep): Promise<StepReport> {
    const touched = step.refused === undefined ? [] : streamsNamedIn(this.story.story, step.with);
    const before = await this.lengthOf(touched);
    try {
      const answer = await this.send(step);
      const report = judge(step, answer, (await this.lengthOf(touched)) - before);
      if (!report.repeated) await this.follow();
      // An earlier run may have been cut short between this step and what it called for.
      else if ('accepted' in answer) await this.platform.policies.settleCausedBy(idOfStep(this.story.story, step.n), () => this.events());
      return report;
    } catch (error) {
      if (error instanceof Error && error.name === 'Unavailable') throw error;
      return failure(step, error);
    }
  }

  private send(step: CommandStep): Promise<CommandAnswer> {
    return this.platform.path.handle({
      type: step.do,
      data: resolved(this.story, step.with),
      commandId: idOfStep(this.story.story, step.n),
      happenedOn: step.on,
      actor: actorOf(this.story, step.as),
    });
  }

  /** What the clock does by itself, until it has nothing left to do on this day. */
  private async pass(step: ClockStep): Promise<StepReport> {
    for (let round = 0; round < ROUNDS; round += 1) {
      await this.follow();
      const sent = await this.platform.clockDriver.tick([...this.streams]);
      if (sent === 0) break;
    }
    return { n: step.n, on: step.on, do: 'time passes', outcome: 'time', ok: true, repeated: false };
  }

  /** Policies first, then the read models: the next step may need what both know. */
  private async follow(): Promise<void> {
    this.cursor = await this.platform.policies.settle(this.cursor, this.streams);
    await this.platform.projections.catchUp();
  }

  private async events(): Promise<readonly Recorded[]> {
    const { store } = this.platform;
    if (this.readUpTo === undefined) {
      this.readUpTo = await store.head();
      for (const stream of this.streams) this.keep(await store.readStream(stream));
    }
    for (;;) {
      const page = await store.readAll({ after: this.readUpTo, limit: PAGE });
      if (page.length === 0) return [...this.read.values()];
      this.keep(page.filter(({ stream }) => this.streams.has(stream)));
      this.readUpTo = page.at(-1)?.position;
    }
  }

  private keep(events: readonly Recorded[]): void {
    for (const event of events) this.read.set(event.id, event);
  }

  private async lengthOf(streams: readonly string[]): Promise<number> {
    const last = await Promise.all(streams.map((stream) => this.platform.store.readStream(stream, { direction: 'backwards', limit: 1 })));
    return last.reduce((sum, [event]) => sum + (event?.streamVersion ?? 0), 0);
  }
}
