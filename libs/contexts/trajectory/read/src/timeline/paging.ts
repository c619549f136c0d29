import type { Domain } from '@perspectief/kernel';
import type { TrackName } from './sentences/index.js';
import { inOrderOfHappening, type TimelineEntry } from './timeline.js';

export interface TimelineFilter {
  readonly tracks?: readonly TrackName[] | undefined;
  readonly domains?: readonly Domain[] | undefined;
  readonly person?: string | undefined;
}

const passes =
  ({ tracks, domains, person }: TimelineFilter) =>
  (entry: TimelineEntry): boolean =>
    (!tracks || tracks.includes(entry.track)) &&
    (!domains || (entry.domain !== undefined && domains.includes(entry.domain))) &&
    (person === undefined || entry.persons.includes(person));

/** A place in the story; it stays right when earlier facts come in late. */
export const placeOf = ({ happenedOn, position }: TimelineEntry): readonly string[] => [happenedOn, position];

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly hasNext: boolean;
  readonly total: number;
}

export const pageOf = (
  entries: readonly TimelineEntry[],
  filter: TimelineFilter,
  first: number,
  after?: readonly string[],
): Page<TimelineEntry> => {
  const chosen = entries.filter(passes(filter));
  const [happenedOn = '', position = ''] = after ?? [];
  const rest = after ? chosen.filter((entry) => inOrderOfHappening(entry, { happenedOn, position }) > 0) : chosen;
  return { items: rest.slice(0, first), hasNext: rest.length > first, total: chosen.length };
};
