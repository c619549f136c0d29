import { letOut, type DisclosureRefusal, type DisclosureReport, type Ledger } from '@perspectief/evaluation-disclosure';
import type { Content, Figure } from './figure.js';

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

/** Part by part past all that the study said before, and past the parts before it. */
export const letFigureOut = (figure: Figure, about: { readonly release: string; readonly population: string }, before: Ledger): LetFigure => {
  let ledger = before;
  const parts = figure.parts.map(({ name, made }): ShownPart => {
    const let_ = letOut(ledger, { release: about.release, population: `${about.population}, ${name}` }, made);
    if ('refused' in let_) return { name, hidden: let_.refused.code as DisclosureRefusal };
    ledger = let_.ledger;
    const { report, ...shown } = let_.shown;
    return { name, shown: shown as Content, ...(report && { report: report as PublicReport }) };
  });
  return { parts, ledger };
};
