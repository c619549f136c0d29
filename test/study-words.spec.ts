import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleSets } from '@perspectief/evaluation-replay';
import { trajectoryEvents } from '@perspectief/trajectory-domain';

const words = JSON.parse(readFileSync(join(import.meta.dirname, '../apps/web/src/features/studies/locales/nl.json'), 'utf8')) as Record<'events' | 'ruleSets', Record<string, string>>;

test('every event that a study card offers is one that there is, and every rule set has its words', () => {
  expect(Object.keys(words.events).filter((event) => !(event in trajectoryEvents))).toEqual([]);
  expect(Object.keys(words.ruleSets).sort()).toEqual(Object.keys(ruleSets).sort());
});
