const isOpaque = (value: object): boolean =>
  Object.getPrototypeOf(value) !== Object.prototype && (value instanceof Date || value instanceof Map || value instanceof Set || value instanceof Promise || ArrayBuffer.isView(value));

/** A copy with every text in it (values, never keys) put through `map`. Parts without a change are shared; dates, maps, sets and bytes stay as they are. */
export const mapTexts = <T>(value: T, map: (text: string, path: string) => string, path = ''): T => {
  if (typeof value === 'string') return map(value, path) as T;
  if (typeof value !== 'object' || value === null || isOpaque(value)) return value;
  const at = path === '' ? '' : `${path}.`;
  if (Array.isArray(value)) {
    let mapped: unknown[] | undefined;
    for (let n = 0; n < value.length; n += 1) {
      const part = mapTexts<unknown>(value[n], map, at + String(n));
      if (part !== value[n]) (mapped ??= [...(value as unknown[])])[n] = part;
    }
    return (mapped ?? value) as T;
  }
  let changed: Record<string, unknown> | undefined;
  for (const key of Object.keys(value)) {
    const part = (value as Readonly<Record<string, unknown>>)[key];
    const mapped = typeof part === 'object' || typeof part === 'string' ? mapTexts(part, map, at + key) : part;
    if (mapped !== part) (changed ??= Object.assign(Object.create(Object.getPrototypeOf(value) as object | null) as Record<string, unknown>, value))[key] = mapped;
  }
  return (changed ?? value) as T;
};
