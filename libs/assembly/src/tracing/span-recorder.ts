import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace, type Attributes, type Context, type Link, type SpanContext, type Tracer } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, TraceIdRatioBasedSampler, type SpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Uuid } from '@perspectief/kernel';
import { canBeTraced, ChosenIds, spanIdOf, traceIdOf } from './span-ids.js';

/** Where a piece of work stands among others. */
export interface Place {
  readonly correlationId: Uuid;
  /** What called for it: a command or an event. */
  readonly causationId?: Uuid | undefined;
  /** Its own id: later work finds its span by it. Left out, the span has an id that nobody looks for. */
  readonly id?: Uuid | undefined;
}

/** A finished piece of work. Names and attributes are words of the program: never a person, a household or what somebody wrote. */
export interface Work {
  readonly name: string;
  readonly kind: SpanKind;
  /** Undefined: a trace of its own. */
  readonly place?: Place | undefined;
  /** What else led to it. */
  readonly links?: readonly Place[];
  readonly attributes: Attributes;
  /** Of `performance.now()`, in milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** The name of an error; its words may be personal. */
  readonly failed?: string | undefined;
}

const AT_MOST_LINKS = 128;

const contextOf = (correlationId: Uuid, id: Uuid): SpanContext => ({
  traceId: traceIdOf(correlationId), spanId: spanIdOf(id), traceFlags: TraceFlags.SAMPLED, isRemote: true,
});

const linkTo = ({ correlationId, id }: Place): Link[] => (id && canBeTraced(correlationId, id) ? [{ context: contextOf(correlationId, id) }] : []);

const parentOf = ({ correlationId, causationId }: Place): Context =>
  causationId === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, contextOf(correlationId, causationId));

/** What became of the platform's work, span by span, for whoever collects it. */
export class SpanRecorder {
  private readonly ids = new ChosenIds();
  private readonly provider: BasicTracerProvider;
  private readonly tracer: Tracer;

  /** `share` of all traces, 0 to 1: one trace is kept whole or not at all, in every process alike. */
  constructor(spanProcessors: SpanProcessor[], { service, share = 1 }: { readonly service: string; readonly share?: number }) {
    this.provider = new BasicTracerProvider({
      spanProcessors,
      resource: resourceFromAttributes({ 'service.name': service }),
      sampler: new TraceIdRatioBasedSampler(share),
      idGenerator: this.ids,
    });
    this.tracer = this.provider.getTracer('perspectief');
  }

  record({ name, kind, place, links = [], attributes, startedAt, endedAt, failed }: Work): void {
    if (place && !canBeTraced(...[place.correlationId, place.causationId, place.id].filter((id) => id !== undefined))) return;
    const chosen = { traceId: place && traceIdOf(place.correlationId), spanId: place?.id && spanIdOf(place.id) };
    const options = { kind, attributes, startTime: startedAt, links: links.slice(0, AT_MOST_LINKS).flatMap(linkTo) };
    const span = this.ids.during(chosen, () => this.tracer.startSpan(name, options, place ? parentOf(place) : ROOT_CONTEXT));
    if (failed !== undefined) span.setAttribute('error.type', failed).setStatus({ code: SpanStatusCode.ERROR });
    span.end(endedAt);
  }

  /** Sends what waits, for a moment at most: a collector that is away holds nobody up. */
  async close(withinMs = 2_000): Promise<void> {
    const patience = new Promise<void>((resolve) => setTimeout(resolve, withinMs).unref());
    await Promise.race([this.provider.shutdown().catch(() => undefined), patience]);
  }
}

export { SpanKind };
