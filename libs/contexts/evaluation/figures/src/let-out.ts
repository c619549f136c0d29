import { letOut, release, statementsOf, type Behind, type DisclosureRefusal, type DisclosureReport, type Ledger } from '@perspectief/evaluation-disclosure';
import type { Content, Figure, Made, Part } from './figure.js';

type PublicReport = Omit<DisclosureReport, 'forChecker'>;

/** A part as it may be seen by anybody: what it shows, or the code of why it stays hidden. */
export type ShownPart =
  | { readonly name: string; readonly shown: Content; readonly report?: PublicReport }
  | { readonly name: string; readonly hidden: DisclosureRefusal };

export interface LetFigure {
  readonly parts: readonly ShownPart[];
  /** All that the study has said, these parts included: keep it in the transaction that makes the figure known. */
  readonly ledger: Ledger;
}

interface About {
  readonly release: string;
  readonly population: string;
}

/**
 * What can be let out of a part of which not all can: figures of most people first, weighed together, and where that is too much in halves. One figure that
 * lies too near to another would else take all of a map with it.
 */
const asMuchAsMay = ({ made, keeping }: Part, { release: name, population }: About, ledger: Ledger): Made => {
  if ('refused' in made || !keeping) return made;
  let kept: readonly Behind[] = [];
  const take = (some: readonly Behind[]): void => {
    const all = [...kept, ...some];
    const middle = Math.ceil(some.length / 2);
    if (!('refused' in release(ledger, statementsOf(name, population, all)))) kept = all;
    else if (some.length > 1) [some.slice(0, middle), some.slice(middle)].forEach(take);
  };
  take([...made.behind].sort((one, other) => other.subjects.length - one.subjects.length));
  return keeping(new Set(kept.map(({ figure }) => figure)));
};

/** Part by part past all that the study said before, and past the parts before it. */
export const letFigureOut = (figure: Figure, about: About, before: Ledger): LetFigure => {
  let ledger = before;
  const parts = figure.parts.map((part): ShownPart => {
    const { name, made } = part;
    const of = { release: about.release, population: `${about.population}, ${name}` };
    const whole = letOut(ledger, of, made);
    const let_ = 'refused' in whole && part.keeping ? letOut(ledger, of, asMuchAsMay(part, of, ledger)) : whole;
    if ('refused' in let_) return { name, hidden: let_.refused.code as DisclosureRefusal };
    ledger = let_.ledger;
    const { report, ...shown } = let_.shown;
    return { name, shown: shown as Content, ...(report && { report: report as PublicReport }) };
  });
  return { parts, ledger };
};
