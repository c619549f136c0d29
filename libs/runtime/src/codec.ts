import type { AnyEvent, EventDefinitions, Recorded } from '@perspectief/kernel';
import { Corrupt } from '@perspectief/event-store';

export interface EncodedEvent {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: object;
}

/** The one place between domain events and stored ones: schemas are checked going in, old versions lifted coming out. */
export interface Codec {
  encode(event: AnyEvent): EncodedEvent;
  decode(stored: Recorded): Recorded;
}

const strictly = (definitions: EventDefinitions) =>
  new Map(Object.entries(definitions).map(([type, { schema, version }]) => [type, { version, schema: schema.strict() }]));

export const codecOf = (definitions: EventDefinitions, strict = strictly(definitions)): Codec => ({
  encode: ({ type, data }) => {
    const definition = strict.get(type);
    if (!definition) throw new Corrupt(`no event is called ${type}`);
    const checked = definition.schema.safeParse(data);
    // Paths alone: values may be personal.
    if (!checked.success) throw new Corrupt(`${type} does not fit its schema: ${checked.error.issues.map((i) => i.path.join('.')).join(', ')}`);
    return { type, schemaVersion: definition.version, data: checked.data };
  },
  decode: (stored) => {
    const definition = definitions[stored.type];
    if (!definition || stored.schemaVersion === definition.version) return stored;
    if (stored.schemaVersion > definition.version) throw new Corrupt(`${stored.type} v${stored.schemaVersion} is newer than this program`);
    const data = definition.upcasters
      .slice(stored.schemaVersion - 1)
      .reduce((older, lift) => lift(older), stored.data as Record<string, unknown>);
    return { ...stored, data, schemaVersion: definition.version } as Recorded;
  },
});
