/**
 * Things by id, on shelves by the end of the id: a change copies one shelf and not the whole, so that a pot with
 * thousands of requests folds as fast as one with ten. Plain JSON.
 */
export type Keyed<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;

const shelfOf = (id: string): string => id.slice(-2);

export const find = <T>(things: Keyed<T>, id: string): T | undefined => things[shelfOf(id)]?.[id];

export const put = <T>(things: Keyed<T>, id: string, thing: T): Keyed<T> => {
  const shelf = shelfOf(id);
  return { ...things, [shelf]: { ...things[shelf], [id]: thing } };
};

/** A change of what is there; what is not there stays away. */
export const change = <T>(things: Keyed<T>, id: string, to: (thing: T) => T): Keyed<T> => {
  const thing = find(things, id);
  return thing === undefined ? things : put(things, id, to(thing));
};

export const valuesOf = <T>(things: Keyed<T>): readonly T[] => Object.values(things).flatMap((shelf) => Object.values(shelf));
