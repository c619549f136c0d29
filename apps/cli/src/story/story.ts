import { z } from 'zod';
import { parseBusinessDate, parseLocalDateTime } from '@perspectief/kernel';

const day = z.string().refine((text) => parseBusinessDate(text) !== undefined, 'is not a day such as 2024-01-12');
const moment = z.string().refine((text) => parseLocalDateTime(text) !== undefined, 'is not a day or time such as 2024-01-12T10:30');
const fields = z.record(z.string(), z.unknown());

export const personShape = z.looseObject({
  role: z.string().min(1),
  name: z.string().min(1),
  qualification: z.string().optional(),
  secrecySignedOn: day.optional(),
  conductCertificateOn: day.optional(),
  capacity: z.number().int().nonnegative().optional(),
  area: z.string().optional(),
});

export const stepShape = z.object({
  on: moment,
  as: z.string().optional(),
  do: z.string().optional(),
  with: fields.default({}),
  refused: z.string().optional(),
  clock: z.literal(true).optional(),
});

export const checkShape = z.looseObject({
  at: day.optional(),
  is: fields.optional(),
  are: fields.optional(),
  has: z.array(fields).optional(),
  hasInOrder: z.array(z.string()).optional(),
});

export const storyShape = z.looseObject({
  story: z.string().min(1),
  title: z.string().min(1),
  municipality: z.string().min(1),
  people: z.record(z.string(), personShape).default({}),
  steps: z.array(stepShape).min(1),
  then: z.array(checkShape).default([]),
});

export type StoryPerson = z.infer<typeof personShape>;
export type RawStep = z.infer<typeof stepShape>;
export type RawCheck = z.infer<typeof checkShape>;
export type RawStory = z.infer<typeof storyShape>;

/** Someone does something, and it is accepted or refused as written. */
export interface CommandStep {
  readonly n: number;
  readonly on: string;
  readonly as: string;
  readonly do: string;
  readonly with: Readonly<Record<string, unknown>>;
  readonly refused: string | undefined;
}

/** Time passes until this day. */
export interface ClockStep {
  readonly n: number;
  readonly on: string;
  readonly clock: true;
}

export type Step = CommandStep | ClockStep;

/** What each kind of check may expect, by the field that names what is looked at. What a household got may name its pot too. */
export const checkKinds = {
  trajectory: 'is',
  clocks: 'has',
  offers: 'are',
  safetyTasks: 'is',
  timeline: 'hasInOrder',
  budget: 'is',
  householdSpend: 'is',
} as const;
export type CheckKind = keyof typeof checkKinds;

export interface Check {
  readonly n: number;
  readonly kind: CheckKind;
  /** Label or id of what is looked at. */
  readonly of: string;
  readonly at: string | undefined;
  /** Of a pot: the year that is looked at. */
  readonly year?: number | undefined;
  /** Of what a household got: the pot, where the story has several. */
  readonly budget?: string | undefined;
  readonly expectation: 'is' | 'are' | 'has' | 'hasInOrder';
  readonly expected: unknown;
}

export interface Story {
  readonly story: string;
  readonly title: string;
  readonly municipality: string;
  readonly people: Readonly<Record<string, StoryPerson>>;
  readonly steps: readonly Step[];
  readonly then: readonly Check[];
}
