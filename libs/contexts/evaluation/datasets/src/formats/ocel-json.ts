import type { Engine } from '../tables/engine.js';
import { ALWAYS, attributesWithActor, ocelEvents, ocelObjects, type OcelEvent, type OcelModel, type OcelObject } from './ocel-model.js';
import { writeText } from './text-file.js';

/** Values are texts, as the published schema has them; the declaration says what they are. */
const eventJson = (one: OcelEvent): string =>
  JSON.stringify({
    id: one.eventId, type: one.activity, time: one.at,
    attributes: Object.entries(attributesWithActor(one)).map(([name, value]) => ({ name, value: String(value) })),
    relationships: one.relationships,
  });

const objectJson = ({ id, type, attributes, relationships }: OcelObject): string =>
  JSON.stringify({
    id, type, relationships,
    attributes: Object.entries(attributes).map(([name, value]) => ({ name, time: ALWAYS, value })),
  });

async function* listed(parts: AsyncIterable<string>): AsyncGenerator<string> {
  let first = true;
  for await (const part of parts) {
    yield first ? `\n${part}` : `,\n${part}`;
    first = false;
  }
}

async function* mapped<In>(items: AsyncIterable<In>, map: (item: In) => string): AsyncGenerator<string> {
  for await (const item of items) yield map(item);
}

/** OCEL 2.0 in JSON, written piece by piece: the whole would not fit into one text. */
export const writeOcelJson = (engine: Engine, { eventTypes, objectTypes }: OcelModel, path: string): Promise<void> => {
  async function* parts(): AsyncGenerator<string> {
    yield `{"objectTypes":${JSON.stringify(objectTypes)},\n"eventTypes":${JSON.stringify(eventTypes)},\n"objects":[`;
    yield* listed(mapped(ocelObjects(engine), objectJson));
    yield '],\n"events":[';
    yield* listed(mapped(ocelEvents(engine), eventJson));
    yield ']}\n';
  }
  return writeText(path, parts());
};
