import { z } from 'zod';

/** Marks a field as personal data: encrypted per household and law in the log, never in a log line, URL or error. */
const PERSONAL = z.registry<{ personal: true }>();

export const personal = <S extends z.ZodType>(schema: S): S => {
  const marked = schema.clone() as S;
  PERSONAL.add(marked, { personal: true });
  return marked;
};
export const isPersonal = (schema: z.ZodType): boolean =>
  PERSONAL.has(schema) || (schema instanceof z.ZodOptional && isPersonal(schema.unwrap() as z.ZodType));

/** The words that event schemas are written in. */
export const id = z.uuid().describe('UUID chosen by the client');
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).describe('business date, Europe/Amsterdam');
export const cents = z.number().int().describe('whole euro cents');
export const count = z.number().int().nonnegative();
export const flag = z.boolean();
export const text = z.string();
/** A short code from a list that a municipality may extend, or a reason with no list of values. */
export const code = z.string();
export const oneOf = <const V extends readonly [string, ...string[]]>(values: V) => z.enum(values);
export const listOf = <S extends z.ZodType>(schema: S) => z.array(schema);
export const record = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape);

export const domains = ['jeugd', 'wmo', 'participatiewet', 'schuldhulp'] as const;
/** The four laws that money and decisions come from, in the order that ties follow. */
export type Domain = (typeof domains)[number];
export const domain = oneOf(domains);
