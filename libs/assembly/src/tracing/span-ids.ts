import { isUuid, type Uuid } from '@perspectief/kernel';
import { RandomIdGenerator, type IdGenerator } from '@opentelemetry/sdk-trace-base';

const hex = (id: Uuid): string => id.replaceAll('-', '').toLowerCase();

/** A correlation is a trace: both are sixteen bytes, and whoever has the one has the other. */
export const traceIdOf = (correlationId: Uuid): string => hex(correlationId);

/** The span of a command or an event, from its id: a later reader of the log finds it without anything being stored for that. */
export const spanIdOf = (id: Uuid): string => hex(id).slice(16);

export const canBeTraced = (...ids: readonly Uuid[]): boolean => ids.every((id) => isUuid(id));

/** Gives the ids that were chosen for the next span, else random ones. Starting a span is synchronous: nobody comes between. */
export class ChosenIds implements IdGenerator {
  private readonly random = new RandomIdGenerator();
  private traceId: string | undefined;
  private spanId: string | undefined;

  readonly generateTraceId = (): string => this.traceId ?? this.random.generateTraceId();
  readonly generateSpanId = (): string => this.spanId ?? this.random.generateSpanId();

  /** For what `work` starts. */
  during<T>({ traceId, spanId }: { readonly traceId?: string | undefined; readonly spanId?: string | undefined }, work: () => T): T {
    [this.traceId, this.spanId] = [traceId, spanId];
    try {
      return work();
    } finally {
      this.traceId = this.spanId = undefined;
    }
  }
}
