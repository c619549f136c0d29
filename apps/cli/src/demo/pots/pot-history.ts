import { addDays, deriveId, formatAmount, yearOf, type BusinessDate, type Uuid } from '@perspectief/kernel';
import { LEFT_LYING, workdayFrom, type DemoStep } from '../history.js';
import { rollOf, type Roll } from '../roll.js';
import type { DemoPot } from './pots.js';

/** A household that is being helped, as far as a pot must know. */
export interface HelpedHousehold {
  readonly trajectoryId: Uuid;
  readonly coachId: string;
  readonly openedOn: BusinessDate;
}

/** A step with a name of its own: the same step is the same command, however many stand beside it. */
export interface PotStep extends DemoStep {
  readonly name: string;
}

/** What was paid is confirmed within so many days, or shows on the worklist. */
const CONFIRM_WITHIN = 30;

/** The life of one pot, written down request by request; sorted by day at the end. */
export class PotHistory {
  readonly budgetId: Uuid;
  readonly roll: Roll;
  requests = 0;
  private readonly written: PotStep[] = [];

  constructor(
    readonly seed: number,
    readonly n: number,
    readonly pot: DemoPot,
    readonly today: BusinessDate,
  ) {
    this.budgetId = deriveId('demo', seed, 'pot', pot.name);
    this.roll = rollOf(seed, 7_000_001 + n);
  }

  /** Opened at the start of the year before, so that one year can be closed. */
  get openedOn(): BusinessDate {
    return `${yearOf(this.today) - 1}-01-02`;
  }

  id(...parts: readonly string[]): Uuid {
    return deriveId('demo', this.seed, 'pot', this.pot.name, ...parts);
  }

  later(from: BusinessDate, low: number, high: number = low): BusinessDate {
    return workdayFrom(addDays(from, this.roll.between(low, high)));
  }

  /** What would come after today is not written down. Answers whether it was. */
  does(on: BusinessDate, as: DemoStep['as'], command: string, name: string, data: Readonly<Record<string, unknown>>): boolean {
    if (on > this.today) return false;
    this.written.push({ on, as, do: command, name: `${command} ${name}`, with: { budgetId: this.budgetId, ...data } });
    return true;
  }

  /** Whether what is due that day slips: only of late. */
  slips(due: BusinessDate, of: number): boolean {
    const slipped = this.roll.chance(of);
    return slipped && due > addDays(this.today, -CONFIRM_WITHIN - LEFT_LYING);
  }

  holder(n: 0 | 1): DemoStep['as'] {
    return { id: this.pot.holders[n] ?? '', role: 'budget-holder' };
  }

  get steps(): readonly PotStep[] {
    return [...this.written].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  }
}

export const euros = (whole: number): string => formatAmount(whole * 100);
