import type { EventStore } from '@perspectief/event-store';
import type { KeyHolder } from '@perspectief/kernel';
import type { AnyStreamOwner, Clock, CommandAnswer, CommandRequest } from '@perspectief/runtime';
import { MeasuredPath, type Meters } from '../metrics/index.js';
import { SpanKind, type Place, type SpanRecorder } from './span-recorder.js';

const POLICY = /^policy:(.+)$/;

const told = (answer: CommandAnswer): { readonly outcome: string; readonly repeated: boolean } =>
  'refused' in answer ? { outcome: answer.refused.code, repeated: answer.repeated } : { outcome: 'accepted', repeated: answer.accepted.repeated };

/** Where its own span stands. What a trace is named after begins it, also where a policy sends it once more: a trace has no circles. */
const placeOf = ({ commandId, correlationId = commandId, causationId }: CommandRequest): Place & { readonly id: string } => ({
  correlationId, causationId: correlationId === commandId ? undefined : causationId, id: commandId,
});

/** The command path, each of whose commands is seen. What was sent again points to the span of its first sending. */
export class TracedPath extends MeasuredPath {
  constructor(store: EventStore, owners: readonly AnyStreamOwner[], clock: Clock, keys: KeyHolder, meters: Meters, private readonly spans: SpanRecorder) {
    super(store, owners, clock, keys, meters);
  }

  override async send(request: CommandRequest & { readonly data: object }): Promise<CommandAnswer> {
    const startedAt = performance.now();
    try {
      const answer = await super.send(request);
      this.tell(request, startedAt, told(answer));
      return answer;
    } catch (error) {
      this.tell(request, startedAt, { outcome: 'failed', repeated: true }, error instanceof Error ? error.name : 'unknown');
      throw error;
    }
  }

  private tell(request: CommandRequest, startedAt: number, { outcome, repeated }: { outcome: string; repeated: boolean }, failed?: string): void {
    const place = placeOf(request);
    const policy = POLICY.exec(request.actor.id)?.[1];
    const { correlationId, causationId } = place;
    const causes = new Set([request.causationId, repeated ? place.id : undefined].filter((id) => id !== undefined));
    this.spans.record({
      name: `command ${request.type}`,
      kind: policy === undefined ? SpanKind.SERVER : SpanKind.CONSUMER,
      place: repeated ? { correlationId, causationId } : place,
      links: [...causes].map((id) => ({ correlationId, id })),
      attributes: {
        ...{ 'perspectief.command': request.type, 'perspectief.outcome': outcome, 'perspectief.repeated': repeated && failed === undefined },
        ...(policy !== undefined && { 'perspectief.policy': policy }),
      },
      startedAt, endedAt: performance.now(), failed,
    });
  }
}
