import { categoryOf, type Recorded } from '@perspectief/kernel';

/** How a projection may be shared out over partitions, each with a checkpoint of its own. */
export type Partitioning =
  /** Its rows belong to single streams. Events of the categories in `everywhere` reach rows of other streams: every partition reads them. */
  | { readonly by: 'stream'; readonly everywhere?: readonly string[] }
  /** Its rows are made of several streams: one writer, in the order of the log. */
  | { readonly by: 'nothing'; readonly because: string };

/** By category, the only types that say something to it. Of a category that is not named here, all do. */
export type Only = Readonly<Record<string, readonly string[]>>;

/** Which streams one writer writes. */
export interface Share {
  owns(stream: string): boolean;
}

/** All of them. */
export const WHOLE: Share = { owns: () => true };

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Which of `partitions` a stream belongs to: the same everywhere and for ever (FNV-1a, 32 bits). */
export const partitionOf = (stream: string, partitions: number): number => {
  let hash = FNV_OFFSET;
  for (let n = 0; n < stream.length; n += 1) hash = Math.imul(hash ^ stream.charCodeAt(n), FNV_PRIME);
  return (hash >>> 0) % partitions;
};

export const shareOf = (partition: number, partitions: number): Share =>
  partitions === 1 ? WHOLE : { owns: (stream) => partitionOf(stream, partitions) === partition };

interface Reads {
  readonly categories: readonly string[];
  readonly only?: Only;
  readonly partitioning: Partitioning;
}

/** Those of its events that one writer of a projection is given. */
export const given = <Event extends Pick<Recorded, 'stream' | 'type'>>({ categories, only, partitioning }: Reads, share: Share, events: readonly Event[]): readonly Event[] => {
  const everywhere = partitioning.by === 'stream' ? (partitioning.everywhere ?? []) : [];
  return events.filter(({ stream, type }) => {
    const category = categoryOf(stream);
    return categories.includes(category) && (only?.[category]?.includes(type) ?? true) && (everywhere.includes(category) || share.owns(stream));
  });
};
