import type { AppendRequest, EventStore, Receipt } from '@perspectief/event-store';
import { categoryOf } from '@perspectief/kernel';
import { MeasuredStore, type Meters } from '../metrics/index.js';
import { SpanKind, type SpanRecorder } from './span-recorder.js';

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** A store whose appends are seen, each under its command, with a span for each event that later readers point to. */
export class TracedStore extends MeasuredStore {
  constructor(store: EventStore, meters: Meters, private readonly spans: SpanRecorder) {
    super(store, meters);
  }

  override async append(request: AppendRequest): Promise<Receipt> {
    const [receipt] = await this.watched([request], async () => [await super.append(request)]);
    return receipt as Receipt;
  }

  override appendInTurn(requests: readonly [AppendRequest, ...AppendRequest[]]): Promise<readonly Receipt[]> {
    return this.watched(requests, () => super.appendInTurn(requests));
  }

  private async watched(requests: readonly AppendRequest[], work: () => Promise<readonly Receipt[]>): Promise<readonly Receipt[]> {
    const startedAt = performance.now();
    try {
      const receipts = await work();
      const endedAt = performance.now();
      for (const [n, receipt] of receipts.entries()) this.tell(requests[n] as AppendRequest, receipt, { startedAt, endedAt, together: receipts.length });
      return receipts;
    } catch (error) {
      const { correlationId, command, stream } = requests[0] as AppendRequest;
      this.spans.record({
        name: 'append', kind: SpanKind.CLIENT, place: { correlationId, causationId: command.id }, attributes: { 'perspectief.category': categoryOf(stream) },
        startedAt, endedAt: performance.now(), failed: nameOf(error),
      });
      throw error;
    }
  }

  private tell({ correlationId, command, stream, events }: AppendRequest, { repeated }: Receipt, times: { startedAt: number; endedAt: number; together: number }): void {
    if (repeated) return;
    const { startedAt, endedAt, together } = times;
    const attributes = { 'perspectief.category': categoryOf(stream), 'perspectief.events': events.length, 'perspectief.commands_together': together };
    this.spans.record({ name: 'append', kind: SpanKind.CLIENT, place: { correlationId, causationId: command.id }, attributes, startedAt, endedAt });
    for (const { id, type } of events)
      this.spans.record({
        name: `event ${type}`, kind: SpanKind.PRODUCER, place: { correlationId, causationId: command.id, id }, attributes: { 'perspectief.event': type }, startedAt: endedAt, endedAt,
      });
  }
}
