import { addMonths, type BusinessDate } from '@perspectief/kernel';
import Fraction from 'fraction.js';
import type { Instalment } from './state.js';

/** Hours in whole minutes: a third of an hour is no decimal, but it is twenty minutes. */
export const minutesOf = (hours: number | undefined): number | undefined =>
  hours === undefined ? undefined : new Fraction(hours).mul(60).round().valueOf();

/** The n-th part of a total in whole units; all parts together are the total exactly. */
const partOf = (total: number, months: number, number: number): number =>
  Math.floor((total * number) / months) - Math.floor((total * (number - 1)) / months);

interface Agreed {
  readonly perMonth?: number;
  readonly minutes?: number;
  readonly months: number;
  readonly firstDue: BusinessDate;
}

const due = (number: number, dueOn: BusinessDate, share: number): Instalment =>
  // Fewer minutes than months: some months ask for nothing.
  ({ number, dueOn, share, received: 0, phase: share === 0 ? 'received' : 'open' });

/** What is due each month: the same amount of money, or an even part of the work. */
export const instalmentsOf = ({ perMonth, minutes, months, firstDue }: Agreed): readonly Instalment[] =>
  Array.from({ length: months }, (_, index) =>
    due(index + 1, addMonths(firstDue, index), perMonth ?? partOf(minutes ?? 0, months, index + 1)),
  );

const receivedBy = (instalment: Instalment, received: number): Instalment => ({
  ...instalment,
  received,
  phase: received >= instalment.share ? 'received' : instalment.phase,
});

export const withReceived = (instalments: readonly Instalment[], number: number, part: number): readonly Instalment[] =>
  instalments.map((instalment) =>
    instalment.number === number ? receivedBy(instalment, instalment.received + part) : instalment,
  );

export const allReceived = (instalments: readonly Instalment[]): boolean =>
  instalments.every(({ phase }) => phase === 'received');
