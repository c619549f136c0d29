const isOpaque = (value: object): boolean =>
  value instanceof Date || value instanceof Map || value instanceof Set || value instanceof Promise || ArrayBuffer.isView(value);

/** A copy with every text in it (values, never keys) put through `map`. Parts without a change are shared; dates, maps, sets and bytes stay as they are. */
export const mapTexts = <T>(value: T, map: (text: string, path: string) => string, path = ''): T => {
  if (typeof value === 'string') return map(value, path) as T;
  if (typeof value !== 'object' || value === null || isOpaque(value)) return value;
  const inside = (key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);
  if (Array.isArray(value)) {
    const mapped = value.map((part: unknown, n) => mapTexts(part, map, inside(n)));
    return (mapped.some((part, n) => part !== value[n]) ? mapped : value) as T;
  }
  const changed = Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    const mapped = mapTexts(part, map, inside(key));
    return mapped === part ? [] : [[key, mapped] as const];
  });
  return changed.length === 0 ? value : (Object.assign(Object.create(Object.getPrototypeOf(value) as object | null) as object, value, Object.fromEntries(changed)) as T);
};
