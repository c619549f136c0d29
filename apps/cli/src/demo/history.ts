import { addDays, deriveId, formatAmount, weekday, type BusinessDate, type Uuid } from '@perspectief/kernel';
import type { Crew } from './people.js';
import { rollOf, type Roll } from './roll.js';

/** A command of a made-up history: who sends it when. */
export interface DemoStep {
  readonly on: BusinessDate;
  readonly as: { readonly id: string; readonly role: string };
  readonly do: string;
  readonly with: Readonly<Record<string, unknown>>;
}

export interface DemoDebt {
  readonly debtId: Uuid;
  readonly claim: number;
  readonly housing: boolean;
}

export interface DemoStandstill {
  readonly freezeId: Uuid;
  readonly from: BusinessDate;
  readonly until: BusinessDate;
}

type Hand = 'coach' | 'expert' | 'counsellor';

const ROLES = { coach: 'neighbourhood-coach', expert: 'experience-expert', counsellor: 'debt-counsellor' } as const;

/** Stands for the task that a policy opened: its id is known once it is there. */
export const OPEN_SAFETY_TASK = 'the safety task that is open';

const CLOSING: ReadonlySet<string> = new Set(['StopTrajectory', 'CompleteAftercare']);
const AFTER_CLOSING: ReadonlySet<string> = new Set(['RecordRepayment', 'MissRepayment']);

export const workdayFrom = (day: BusinessDate): BusinessDate => {
  const of = weekday(day);
  return of > 5 ? addDays(day, 8 - of) : day;
};

/** How long something may lie before somebody takes it up, in days. */
export const LEFT_LYING = 21;

export const euros = (whole: number, cents = 0): string => formatAmount(whole * 100 + cents);

/** The same word of a part is the same thing, whatever day it is. */
export const idIn = (seed: number, n: number, part: number, word: string): Uuid => deriveId('demo', seed, n, part, word);

/** One household's life with us, written down track by track; sorted by day at the end. */
export class History {
  readonly roll: Roll;
  readonly trajectoryId: Uuid;
  readonly householdId: Uuid;
  readonly debts: DemoDebt[] = [];
  readonly standstills: DemoStandstill[] = [];
  /** Histories that branched off. */
  readonly parts: History[] = [];
  /** What can be repaid each month, once it was worked out. */
  perMonth = '0.00';
  private readonly written: DemoStep[] = [];
  private words = 0;

  constructor(
    readonly seed: number,
    readonly n: number,
    readonly crew: Crew,
    readonly today: BusinessDate,
    /** A household that split has a second part: other people, other ids. */
    readonly part = 1,
  ) {
    this.roll = rollOf(seed, n + (part - 1) * 1_000_003);
    this.trajectoryId = this.id('trajectory');
    this.householdId = this.id('household');
  }

  /** An id of its own: the same word is the same thing; without one, something new. */
  id(word?: string): Uuid {
    if (word === undefined) this.words += 1;
    return idIn(this.seed, this.n, this.part, word ?? `thing ${this.words}`);
  }

  /** A working day some days on. */
  later(from: BusinessDate, low: number, high: number = low): BusinessDate {
    return workdayFrom(addDays(from, this.roll.between(low, high)));
  }

  /** Whether what is due that day slips. Only of late: what lay for weeks was taken up by somebody. */
  slips(due: BusinessDate, of: number): boolean {
    const slipped = this.roll.chance(of);
    return slipped && due > addDays(this.today, -LEFT_LYING);
  }

  /** Writes down a command about the trajectory. */
  does(on: BusinessDate, hand: Hand, command: string, data: Readonly<Record<string, unknown>> = {}): void {
    this.write(on, hand, command, { trajectoryId: this.trajectoryId, ...data });
  }

  /** Writes down a command about the household. */
  household(on: BusinessDate, command: string, data: Readonly<Record<string, unknown>> = {}): void {
    this.write(on, 'coach', command, { householdId: this.householdId, ...data });
  }

  private write(on: BusinessDate, hand: Hand, command: string, data: Readonly<Record<string, unknown>>): void {
    this.written.push({ on, as: { id: this.crew[hand], role: ROLES[hand] }, do: command, with: data });
  }

  /** All but what was still planned when the trajectory ended; only repayments outlive it. */
  get steps(): readonly DemoStep[] {
    const closedOn = this.written.filter((step) => CLOSING.has(step.do)).map(({ on }) => on).sort()[0];
    return this.written.filter((step) => closedOn === undefined || step.on <= closedOn || AFTER_CLOSING.has(step.do));
  }
}

/** A trajectory ends at the end of its last day. */
const order = ({ step, index }: { readonly step: DemoStep; readonly index: number }): number => (CLOSING.has(step.do) ? Number.MAX_SAFE_INTEGER : index);

/** Everything before the day, in the order in which it happened; what is written of one day keeps its order. */
export const upTo = (today: BusinessDate, steps: readonly DemoStep[]): readonly DemoStep[] =>
  steps
    .map((step, index) => ({ step, index }))
    .filter(({ step }) => step.on < today)
    .sort((a, b) => (a.step.on === b.step.on ? order(a) - order(b) : a.step.on < b.step.on ? -1 : 1))
    .map(({ step }) => step);
