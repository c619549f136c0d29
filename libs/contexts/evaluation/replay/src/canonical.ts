/** A digest of a text, such as SHA-256 in hexadecimals; whoever runs a replay brings it. */
export type Digest = (text: string) => string;

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, ordered(part)]),
  );
};

/** JSON with keys in order and nothing undefined: the same value is the same text, on any machine. */
export const canonical = (value: unknown): string => JSON.stringify(ordered(value)) ?? 'null';
