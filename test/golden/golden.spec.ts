import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recorded } from '@perspectief/kernel';
import { allEvents, eventsByContext } from '@perspectief/assembly';
import { codecOf } from '@perspectief/runtime';

interface Sample {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: object;
}

const here = import.meta.dirname;
const samplesOf = (context: string): Sample[] =>
  readdirSync(join(here, context)).map((file) => JSON.parse(readFileSync(join(here, context, file), 'utf8')) as Sample);
const codec = codecOf(allEvents);

describe.each(Object.entries(eventsByContext))('events of %s', (context, definitions) => {
  const samples = samplesOf(context);

  test.each(Object.entries(definitions))('%s has a golden sample of every version that it ever had', (type, { version }) => {
    const versions = samples.filter((sample) => sample.type === type).map((sample) => sample.schemaVersion);
    expect(versions.sort((a, b) => a - b)).toEqual(Array.from({ length: version }, (_, n) => n + 1));
  });

  test.each(samples.map((sample) => [`${sample.type} v${sample.schemaVersion}`, sample] as const))(
    '%s, as it was once stored, still reads as today',
    (_, sample) => {
      const read = codec.decode(sample as unknown as Recorded);
      expect(read.schemaVersion).toBe(definitions[sample.type]?.version);
      expect(codec.encode(read).data).toEqual(read.data);
    },
  );
});
