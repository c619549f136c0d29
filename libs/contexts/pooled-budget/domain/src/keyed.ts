type Shelf<T> = Readonly<Record<string, T>>;

/**
 * Things by id, on shelves by the last digits of the id: a change copies the shelves above one thing and not the whole, so
 * that a pot with ten thousand requests folds as fast as one with ten. Plain JSON; small shelves, for those copy fastest.
 */
export type Keyed<T> = Shelf<Shelf<Shelf<Shelf<T>>>>;

const digit = (id: string, place: number): string => id[id.length - place] ?? '';

export const find = <T>(things: Keyed<T>, id: string): T | undefined => things[digit(id, 1)]?.[digit(id, 2)]?.[digit(id, 3)]?.[id];

export const put = <T>(things: Keyed<T>, id: string, thing: T): Keyed<T> => {
  const [first, second, third] = [digit(id, 1), digit(id, 2), digit(id, 3)];
  const outer = things[first];
  const inner = outer?.[second];
  return { ...things, [first]: { ...outer, [second]: { ...inner, [third]: { ...inner?.[third], [id]: thing } } } };
};

/** A change of what is there; what is not there stays away. */
export const change = <T>(things: Keyed<T>, id: string, to: (thing: T) => T): Keyed<T> => {
  const thing = find(things, id);
  return thing === undefined ? things : put(things, id, to(thing));
};

const onShelves = <T>(shelf: Shelf<Shelf<T>>): readonly T[] => Object.values(shelf).flatMap((inner) => Object.values(inner));

/** Shelf by shelf: in no order that says anything. */
export const entriesOf = <T>(things: Keyed<T>): readonly (readonly [id: string, thing: T])[] =>
  onShelves(things).flatMap((inner) => Object.values(inner).flatMap((shelf) => Object.entries(shelf)));

export const valuesOf = <T>(things: Keyed<T>): readonly T[] => onShelves(things).flatMap(onShelves);
