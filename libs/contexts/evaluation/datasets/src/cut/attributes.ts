import { isPersonal } from '@perspectief/kernel';
import { trajectoryEvents } from '@perspectief/trajectory-domain';
import type { TrajectoryFact } from '@perspectief/evaluation-replay';

export type Attribute = string | number | boolean;

interface Described {
  readonly _zod: { readonly def: { readonly type: string; readonly innerType?: Described } };
}

/** Said of the case, and there as coarsely as needed. */
const ofTheCase: ReadonlySet<string> = new Set(['area', 'source', 'municipality']);

const kindOf = ({ _zod: { def } }: Described): string => (def.innerType ? kindOf(def.innerType) : def.type);

/** Only words from a closed list, numbers and flags: whatever else a field may hold could be somebody's words. */
const exportable = (schema: Described): boolean => ['enum', 'number', 'boolean'].includes(kindOf(schema));

const fieldsByType: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(trajectoryEvents).map(([type, { schema }]) => [
    type,
    Object.entries(schema.shape)
      .filter(([field, part]) => !ofTheCase.has(field) && !isPersonal(part) && exportable(part))
      .map(([field]) => field)
      .sort(),
  ]),
);

/** Two digits tell how much, and no longer whose. */
const twoDigits = (value: number): number => Number(value.toPrecision(2));

/** What an event says of itself as JSON, fields in order: the same fact is the same text. */
export const attributesOf = ({ type, data }: TrajectoryFact): string => {
  const values = data as unknown as Readonly<Record<string, Attribute | undefined>>;
  const said: Record<string, Attribute> = {};
  for (const field of fieldsByType.get(type) ?? []) {
    const value = values[field];
    if (value !== undefined) said[field] = typeof value === 'number' ? twoDigits(value) : value;
  }
  return JSON.stringify(said);
};
