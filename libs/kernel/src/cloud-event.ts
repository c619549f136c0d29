import type { AnyEvent, Envelope } from './event.js';
import { toInstant, type Instant } from './time.js';

/** An event on its way out of the platform: CloudEvents 1.0, NL GOV profile. No attribute holds personal data. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  /** URN of the organisation and system, such as `urn:nld:oin:00000001234567890000:systeem:perspectief`. */
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  /** When it was recorded. */
  readonly time: Instant;
  readonly datacontenttype: 'application/json';
  /** Where who may can fetch the content; the event itself carries none. */
  readonly dataref: string;
  /** Extension attributes, lower case as the standard wants. */
  readonly sequence: string;
  readonly dataversion: string;
  readonly happenedat: Instant;
  readonly correlationid: string;
  readonly causationid: string;
  readonly municipality: string;
}

export interface Sender {
  readonly source: string;
  /** Where content can be fetched, without a slash at the end. */
  readonly contentUrl: string;
}

export const toCloudEvent = (event: AnyEvent & Envelope, { source, contentUrl }: Sender): CloudEvent => ({
  specversion: '1.0',
  id: event.id,
  source,
  type: `nl.perspectief.${event.type}.v${event.schemaVersion}`,
  subject: event.stream,
  time: event.recordedAt,
  datacontenttype: 'application/json',
  dataref: `${contentUrl}/${event.id}`,
  sequence: event.position,
  dataversion: String(event.schemaVersion),
  happenedat: toInstant(event.happenedOn),
  correlationid: event.correlationId,
  causationid: event.causationId,
  municipality: event.municipality,
});
