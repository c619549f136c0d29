import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { SpanKind, SpanRecorder } from './span-recorder.js';
import { TracedPath } from './traced-path.js';
import { tracedProjection } from './traced-projection.js';
import { TracedStore } from './traced-store.js';
import type { Tracing } from './tracing.js';

/** A collector that is away for longer loses what was on its way: traces are not worth waiting for. */
const PATIENCE = 2_000;

export interface Collector {
  /** Where spans go, by OTLP over HTTP. */
  readonly url: string;
  /** What this process is called there. */
  readonly service: string;
  /** Of all traces, 0 to 1. */
  readonly share: number;
}

export const tracingTo = ({ url, service, share }: Collector): Tracing => {
  const spans = new SpanRecorder([new BatchSpanProcessor(new OTLPTraceExporter({ url, timeoutMillis: PATIENCE }))], { service, share });
  return {
    store: (log, meters) => new TracedStore(log, meters, spans),
    path: (store, owners, clock, keys, meters) => new TracedPath(store, owners, clock, keys, meters, spans),
    projection: (projection) => tracedProjection(projection, spans),
    job: ({ id, kind, state, eventsRead, startedAt, endedAt }) => spans.record({
      name: `job ${kind}`, kind: SpanKind.CONSUMER, place: { correlationId: id, id }, attributes: { 'perspectief.job': kind, 'perspectief.state': state, 'perspectief.events': eventsRead },
      startedAt, endedAt, ...(state === 'failed' && { failed: 'WORKER_STOPPED' }),
    }),
    close: () => spans.close(),
  };
};
