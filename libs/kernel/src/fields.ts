import { z } from 'zod';
import { mapTexts } from './map-texts.js';

/** Marks a field as personal data: encrypted per household and law in the log, never in a log line, URL or error. */
const PERSONAL = z.registry<{ personal: true }>();

export const personal = <S extends z.ZodType>(schema: S): S => {
  const marked = schema.clone() as S;
  PERSONAL.add(marked, { personal: true });
  return marked;
};
export const isPersonal = (schema: z.ZodType): boolean =>
  PERSONAL.has(schema) || (schema instanceof z.ZodOptional && isPersonal(schema.unwrap() as z.ZodType));

type MapText = (text: string, path: string) => string;
type Walk = (value: unknown, map: MapText, path: string) => unknown;

const at = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);

const walkRecord = (schema: z.ZodObject): Walk | undefined => {
  const walks = Object.entries(schema.shape).flatMap(([key, part]) => {
    const walk = walkOf(part as z.ZodType);
    return walk ? [[key, walk] as const] : [];
  });
  if (walks.length === 0) return undefined;
  return (value, map, path) => {
    const known = value as Readonly<Record<string, unknown>>;
    return { ...known, ...Object.fromEntries(walks.flatMap(([key, walk]) => (known[key] == null ? [] : [[key, walk(known[key], map, at(path, key))]]))) };
  };
};

/** None where nothing in the schema is personal. */
const walkOf = (schema: z.ZodType): Walk | undefined => {
  if (isPersonal(schema)) return (value, map, path) => mapTexts(value, map, path);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return walkOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodObject) return walkRecord(schema);
  const walk = schema instanceof z.ZodArray ? walkOf(schema.element as z.ZodType) : undefined;
  return walk && ((value, map, path) => (value as readonly unknown[]).map((part, n) => walk(part, map, at(path, n))));
};

/** Puts every personal text of data of this schema through `map`, with its path. Walked once, used for each event of the type. */
export const personalTexts = (schema: z.ZodObject): ((data: object, map: MapText) => object) => {
  const walk = walkOf(schema);
  return walk ? (data, map) => walk(data, map, '') as object : (data) => data;
};

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
