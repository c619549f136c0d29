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

function* listed<Item>(items: Iterable<Item>, json: (item: Item) => string): Generator<string> {
  let between = '\n';
  for (const item of items) {
    yield between + json(item);
    between = ',\n';
  }
}

/** OCEL 2.0 in JSON, written piece by piece: the whole would not fit into one text. */
export const writeOcelJson = async (engine: Engine, { eventTypes, objectTypes }: OcelModel, path: string): Promise<void> => {
  const [objects, events] = [await ocelObjects(engine), await ocelEvents(engine)];
  function* parts(): Generator<string> {
    yield `{"objectTypes":${JSON.stringify(objectTypes)},\n"eventTypes":${JSON.stringify(eventTypes)},\n"objects":[`;
    yield* listed(objects, objectJson);
    yield '],\n"events":[';
    yield* listed(events, eventJson);
    yield ']}\n';
  }
  writeText(path, parts());
};
