/** A family in which all bear one last name, which stands above them, goes by first names; any other by whole names. */
export const firstNames = (family: string | null | undefined, names: readonly string[]): readonly string[] => {
  const ends = names.map((name) => name.slice(name.indexOf(' ') + 1));
  const [shared] = ends;
  const one = shared !== undefined && names.every((name, index) => name.includes(' ') && ends[index] === shared) && family?.endsWith(shared);
  return one ? names.map((name) => name.slice(0, name.indexOf(' '))) : names;
};
