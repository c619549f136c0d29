import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import { Ending, exitCodes } from '../exit.js';
import { checkKinds, storyShape, type Check, type CheckKind, type RawCheck, type RawStep, type RawStory, type Step, type Story } from './story.js';

/** What is wrong with a story's text, by place; `steps[3].on is not a day`. */
export class BrokenStory extends Error {
  constructor(readonly complaints: readonly string[]) {
    super(complaints.join('; '));
    this.name = 'BrokenStory';
  }
}

/** Steps and checks are counted from 1, as reports count them. */
const placeOf = (path: readonly PropertyKey[]): string => {
  const [list, index, ...rest] = path;
  const known = list === 'steps' ? 'step' : list === 'then' ? 'check' : undefined;
  const head = known && typeof index === 'number' ? `${known} ${index + 1}` : [list, index].filter((part) => part !== undefined).join('.');
  return [head, ...rest.map(String)].filter(Boolean).join(', ') || 'the file';
};

const complaintOf = ({ path, message }: z.core.$ZodIssue): string => `${placeOf(path)}: ${message.toLowerCase()}`;

const stepOf = (raw: RawStep, index: number, people: RawStory['people']): Step | string => {
  const n = index + 1;
  if (raw.clock) return raw.do ? `step ${n}: either a clock or a command, not both` : { n, on: raw.on, clock: true };
  if (!raw.do) return `step ${n}: says neither what is done ("do") nor that time passes ("clock": true)`;
  if (!raw.as) return `step ${n}: says not who does it ("as")`;
  if (!Object.hasOwn(people, raw.as)) return `step ${n}: nobody in "people" is called "${raw.as}"`;
  return { n, on: raw.on, as: raw.as, do: raw.do, with: raw.with, refused: raw.refused };
};

const kindOf = (raw: RawCheck): CheckKind | undefined => {
  const kinds = Object.keys(checkKinds) as CheckKind[];
  return kinds.filter((kind) => typeof raw[kind] === 'string').at(-1);
};

const checkOf = (raw: RawCheck, index: number): Check | string => {
  const n = index + 1;
  const kind = kindOf(raw);
  if (!kind) return `check ${n}: looks at nothing that is known (${Object.keys(checkKinds).join(', ')})`;
  const expectation = (['is', 'are', 'has', 'hasInOrder'] as const).find((word) => raw[word] !== undefined);
  if (!expectation) return `check ${n}: expects nothing ("${checkKinds[kind]}" is missing)`;
  if (expectation !== checkKinds[kind]) return `check ${n}: a check of ${kind} says "${checkKinds[kind]}", not "${expectation}"`;
  if (kind === 'budget' && typeof raw['year'] !== 'number') return `check ${n}: a check of a budget names its year`;
  const { year, budget } = raw as { readonly year?: number; readonly budget?: string };
  const pot = kind === 'budget' ? { year } : kind === 'householdSpend' && budget !== undefined ? { budget } : {};
  return { n, kind, of: raw[kind] as string, at: raw.at, ...pot, expectation, expected: raw[expectation] };
};

const settled = <T>(read: readonly (T | string)[]): { readonly values: T[]; readonly complaints: string[] } => ({
  values: read.filter((one): one is T => typeof one !== 'string'),
  complaints: read.filter((one): one is Extract<T | string, string> => typeof one === 'string'),
});

/** Reads a story from parsed JSON; throws `BrokenStory` with everything that is wrong with its shape. */
export const storyOf = (json: unknown): Story => {
  const shape = storyShape.safeParse(json);
  if (!shape.success) throw new BrokenStory(shape.error.issues.map(complaintOf));
  const { story, title, municipality, people } = shape.data;
  const steps = settled(shape.data.steps.map((raw, index) => stepOf(raw, index, people)));
  const checks = settled(shape.data.then.map(checkOf));
  const complaints = [...steps.complaints, ...checks.complaints];
  if (complaints.length > 0) throw new BrokenStory(complaints);
  return { story, title, municipality, people, steps: steps.values, then: checks.values };
};

const reading = (file: string, what: string): Ending => new Ending(exitCodes.usage, `${basename(file)}: ${what}`);

export const readStory = async (file: string): Promise<Story> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw reading(file, error.code === 'ENOENT' ? 'there is no such file' : 'cannot be read');
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw reading(file, 'is not JSON');
  }
  try {
    return storyOf(json);
  } catch (error) {
    if (!(error instanceof BrokenStory)) throw error;
    throw reading(file, `is not a story.\n${error.complaints.map((complaint) => `  ${complaint}`).join('\n')}`);
  }
};
