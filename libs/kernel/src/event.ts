import { z } from 'zod';
import type { Uuid } from './ids.js';
import type { Instant, LocalDateTime } from './time.js';

/** Turns the data of an older schema version into the next one. Pure; total over what was ever stored. */
export type Upcaster = (data: Record<string, unknown>) => Record<string, unknown>;

/** The schema is the type: TypeScript, validation, catalogue and golden samples all come from here. */
export interface EventDefinition<Schema extends z.ZodObject = z.ZodObject> {
  /** One sentence for the catalogue. */
  readonly says: string;
  readonly schema: Schema;
  readonly version: number;
  /** `upcasters[0]` turns version 1 into 2, and so on. */
  readonly upcasters: readonly Upcaster[];
}
export type EventDefinitions = Readonly<Record<string, EventDefinition>>;

/** Declares an event. A new version adds an upcaster from the one before; the stored past is never edited. */
export const event = <Shape extends z.ZodRawShape>(
  says: string,
  shape: Shape,
  upcasters: readonly Upcaster[] = [],
): EventDefinition<z.ZodObject<Shape>> => ({ says, schema: z.object(shape) as z.ZodObject<Shape>, version: upcasters.length + 1, upcasters });

export type EventOf<D extends EventDefinitions> = {
  [Type in keyof D & string]: { readonly type: Type; readonly data: Readonly<z.infer<D[Type]['schema']>> };
}[keyof D & string];

export interface AnyEvent {
  readonly type: string;
  readonly data: object;
}

export interface Actor {
  readonly id: string;
  readonly role: string;
}

/** What surrounds every event (domain contract, section 2). */
export interface Envelope {
  readonly id: Uuid;
  readonly stream: string;
  /** 1 for the first event of the stream, without gaps. */
  readonly streamVersion: number;
  readonly schemaVersion: number;
  /** Opaque and comparable as text; grows along the log, may have gaps. */
  readonly position: string;
  readonly happenedOn: LocalDateTime;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly commandId: Uuid;
  readonly correlationId: Uuid;
  readonly causationId: Uuid;
  readonly municipality: string;
}

/** An event as it stands in the log. */
export type Recorded<E extends AnyEvent = AnyEvent> = E extends unknown ? E & Envelope : never;
