import type {
  AppendRequest, CommandIdentity, EventStore, Outcome, Position, ReadAllOptions, ReadStreamOptions, Receipt, SubscribeOptions,
} from '@perspectief/event-store';
import type { Recorded, Refusal } from '@perspectief/kernel';
import type { Meters } from './meters.js';

/** A store whose appends are timed. */
export class MeasuredStore implements EventStore {
  constructor(
    private readonly store: EventStore,
    private readonly meters: Meters,
  ) {}

  append(request: AppendRequest): Promise<Receipt> {
    return this.meters.timeAppend(() => this.store.append(request));
  }

  appendInTurn(requests: readonly [AppendRequest, ...AppendRequest[]]): Promise<readonly Receipt[]> {
    return this.meters.timeAppend(() => this.store.appendInTurn(requests));
  }

  remember(command: CommandIdentity, stream: string, refused: Refusal): Promise<Receipt> {
    return this.store.remember(command, stream, refused);
  }

  outcomeOf(command: CommandIdentity): Promise<Outcome | undefined> {
    return this.store.outcomeOf(command);
  }

  readStream(stream: string, options?: ReadStreamOptions): Promise<Recorded[]> {
    return this.store.readStream(stream, options);
  }

  readAll(options: ReadAllOptions): Promise<Recorded[]> {
    return this.store.readAll(options);
  }

  subscribe(options: SubscribeOptions): AsyncIterable<readonly Recorded[]> {
    return this.store.subscribe(options);
  }

  head(): Promise<Position | undefined> {
    return this.store.head();
  }

  close(): Promise<void> {
    return this.store.close();
  }
}
