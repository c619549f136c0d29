import { mapTexts, mayHoldSealed, personalTexts, readSealed, type AnyEvent, type EventDefinitions, type Recorded } from '@perspectief/kernel';
import { Corrupt } from '@perspectief/event-store';

export interface EncodedEvent {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: object;
}

/**
 * The one place between domain events and stored ones: schemas are checked going in, old versions lifted coming out. Sealed
 * texts stay sealed: whoever reads without keys reads tokens. That each stands where it was written is checked without a key.
 */
export interface Codec {
  encode(event: AnyEvent): EncodedEvent;
  decode(stored: Recorded): Recorded;
  /** Lifted alone, for whoever blanks what is sealed: where a sealed text stands is not looked at. */
  lift(stored: Recorded): Recorded;
  /** Puts each personal text of an encoded event through `map`, with its place in the data. */
  mapPersonal(encoded: EncodedEvent, map: (text: string, path: string) => string): EncodedEvent;
}

/** Most events hold none: those are not walked with a path in hand. */
const holdsSealed = (value: unknown): boolean => {
  if (typeof value === 'string') return mayHoldSealed(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsSealed);
};

/** A token that stands in another event, stream or field than it was made for was moved there. */
const inTheirPlaces = ({ id, stream, data, type }: Recorded): void => {
  if (!holdsSealed(data)) return;
  mapTexts(data, (text, path) => {
    if (!mayHoldSealed(text)) return text;
    const seal = readSealed(text)?.seal;
    if (seal?.eventId !== id || seal.stream !== stream || seal.path !== path) throw new Corrupt(`${type} holds a sealed text that is not its own`);
    return text;
  });
};

const strictly = (definitions: EventDefinitions) =>
  new Map(
    Object.entries(definitions).map(([type, { schema, version }]) => [type, { version, schema: schema.strict(), personal: personalTexts(schema) }]),
  );

export const codecOf = (definitions: EventDefinitions, strict = strictly(definitions)): Codec => {
  const lift = (stored: Recorded): Recorded => {
    const definition = definitions[stored.type];
    if (!definition || stored.schemaVersion === definition.version) return stored;
    if (stored.schemaVersion > definition.version) throw new Corrupt(`${stored.type} v${stored.schemaVersion} is newer than this program`);
    const data = definition.upcasters
      .slice(stored.schemaVersion - 1)
      .reduce((older, up) => up(older), stored.data as Record<string, unknown>);
    return { ...stored, data, schemaVersion: definition.version } as Recorded;
  };
  return {
    encode: ({ type, data }) => {
      const definition = strict.get(type);
      if (!definition) throw new Corrupt(`no event is called ${type}`);
      const checked = definition.schema.safeParse(data);
      // Paths alone: values may be personal.
      if (!checked.success) throw new Corrupt(`${type} does not fit its schema: ${checked.error.issues.map((i) => i.path.join('.')).join(', ')}`);
      return { type, schemaVersion: definition.version, data: checked.data };
    },
    mapPersonal: (encoded, map) => {
      const data = strict.get(encoded.type)?.personal(encoded.data, map);
      return data ? { ...encoded, data } : encoded;
    },
    decode: (stored) => {
      inTheirPlaces(stored);
      return lift(stored);
    },
    lift,
  };
};
