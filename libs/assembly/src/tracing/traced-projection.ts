import type { Projection } from '@perspectief/runtime';
import { SpanKind, type SpanRecorder } from './span-recorder.js';

/** A projection, each of whose batches is seen: a trace of its own, that points to the events it was given. */
export const tracedProjection = (projection: Projection, spans: SpanRecorder): Projection => ({
  ...projection,
  apply: async (events, tables, share) => {
    const startedAt = performance.now();
    const tell = (failed?: string): void =>
      spans.record({
        name: `projection ${projection.name}`,
        kind: SpanKind.CONSUMER,
        links: events.map(({ correlationId, id }) => ({ correlationId, id })),
        attributes: { 'perspectief.projection': projection.name, 'perspectief.events': events.length },
        startedAt, endedAt: performance.now(), failed,
      });
    try {
      const shownWith = await projection.apply(events, tables, share);
      tell();
      return shownWith;
    } catch (error) {
      tell(error instanceof Error ? error.name : 'unknown');
      throw error;
    }
  },
});
