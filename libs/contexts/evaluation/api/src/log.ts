import type { EventStore, Position } from '@perspectief/event-store';
import type { Recorded } from '@perspectief/kernel';
import type { Codec } from '@perspectief/runtime';

/** The log as the evaluation reads it: sealed where it is personal, and never written to. */
export class LogToRead {
  constructor(
    private readonly store: Pick<EventStore, 'readStream' | 'head'>,
    private readonly codec: Pick<Codec, 'decode'>,
  ) {}

  head(): Promise<Position | undefined> {
    return this.store.head();
  }

  async stream(name: string): Promise<readonly Recorded[]> {
    return (await this.store.readStream(name)).map((event) => this.codec.decode(event));
  }
}
