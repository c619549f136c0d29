import { deriveId, idOfStream, type AnyEvent } from '@perspectief/kernel';
import { dutchLaw, lawWith, type Law } from '@perspectief/law';
import { trajectoryDecider, type TrajectoryCommand, type TrajectoryContext, type TrajectoryState } from '@perspectief/trajectory-domain';
import { byCommand, compared, metaOf, outcomeOf, reproduces, type DecisionDifference, type Outcome } from './decisions.js';
import type { TrajectoryFact } from './facts.js';
import { threatUnder, type RuleSet } from './rule-set.js';

/** A shift of money between kinds of creditors in one buy-out, whole euro cents. */
export interface OfferShift {
  readonly preferential: { readonly before: number; readonly after: number };
  readonly concurrent: { readonly before: number; readonly after: number };
}

export interface TrajectoryDecisions {
  readonly differences: readonly DecisionDifference[];
  readonly offers: OfferShift;
  /** Decisions that were made again, and those that could not be, for they hang on more than this stream tells. */
  readonly decidedAgain: number;
  readonly notComparable: number;
}

/** The command that a fact answers, where the rules have a say in it. */
const commandOf = (fact: TrajectoryFact): TrajectoryCommand | undefined => {
  const trajectoryId = idOfStream(fact.stream);
  switch (fact.type) {
    case 'ApplicationReceived': return { type: 'ReceiveApplication', data: { trajectoryId, ...fact.data } } as TrajectoryCommand;
    case 'TermExtended': return { type: 'ExtendTerm', data: { trajectoryId, ...fact.data } };
    case 'FreezeRequested': return { type: 'RequestFreeze', data: { trajectoryId, ...fact.data } };
    case 'FreezeGranted': return { type: 'GrantFreeze', data: { trajectoryId, ...fact.data } };
    case 'FreezeExtended': return { type: 'ExtendFreeze', data: { trajectoryId, ...fact.data } };
    case 'SetbackReported': return { type: 'ReportSetback', data: { trajectoryId, ...fact.data } };
    case 'BuyOutDrafted': {
      const { buyOutId, method, months, extra, interestMonthly, motivation } = fact.data;
      return { type: 'DraftBuyOut', data: { trajectoryId, buyOutId, method, months, extra, interestMonthly, motivation } };
    }
    default: return undefined;
  }
};

/** A narrow freeze for a threat that the rules of then kept out: would it have been let in? */
const askedFor = (fact: TrajectoryFact): TrajectoryCommand | undefined => {
  if (fact.type !== 'ThreatReported') return undefined;
  const freezeId = deriveId('counterfactual freeze', fact.data.threatId);
  const { threatId } = fact.data;
  return { type: 'RequestFreeze', data: { trajectoryId: idOfStream(fact.stream), freezeId, threatId, instrument: 'narrow-moratorium', debts: [], evidence: [] } };
};

const contextUnder = (law: Law, { stream, municipality }: TrajectoryFact): TrajectoryContext =>
  ({ law, household: { id: idOfStream(stream), municipality }, people: {}, runningTandems: {}, eventIds: [] });

const offersIn = (outcome: Outcome, rank: 'preferential' | 'concurrent'): number =>
  ('events' in outcome ? outcome.events : []).reduce((sum, { type, data }: AnyEvent) => {
    const offers = type === 'BuyOutDrafted' ? (data as { readonly offers: readonly { readonly rank: string; readonly offer: number }[] }).offers : [];
    return offers.reduce((total, offer) => (offer.rank === rank ? total + offer.offer : total), sum);
  }, 0);

/**
 * Makes each decision again, on what was recorded before it, under the rules of then and under the others. History goes on as it
 * was: one decision otherwise does not change what the next one finds.
 */
export const trajectoryDecisions = (facts: readonly TrajectoryFact[], rules: RuleSet): TrajectoryDecisions => {
  const other = lawWith(rules.overrides);
  const differences: DecisionDifference[] = [];
  const offers = { preferential: { before: 0, after: 0 }, concurrent: { before: 0, after: 0 } };
  let [decidedAgain, notComparable] = [0, 0];
  let [was, would]: [TrajectoryState, TrajectoryState] = [trajectoryDecider.initial, trajectoryDecider.initial];
  const decideTwice = (command: TrajectoryCommand, fact: TrajectoryFact): readonly [Outcome, Outcome] => [
    outcomeOf(trajectoryDecider.decide(command, was, metaOf(fact), contextUnder(dutchLaw, fact))),
    outcomeOf(trajectoryDecider.decide(command, would, metaOf(fact), contextUnder(other, fact))),
  ];
  for (const group of byCommand(facts)) {
    const asked = group.map((fact) => [fact, commandOf(fact)] as const).find(([, command]) => command);
    if (asked?.[1]) {
      const [fact, command] = [asked[0], asked[1]];
      const [before, after] = decideTwice(command, fact);
      decidedAgain += 1;
      if (!reproduces(before, group)) notComparable += 1;
      else {
        differences.push(...compared(command, fact, before, after, false));
        for (const rank of ['preferential', 'concurrent'] as const) {
          offers[rank].before += offersIn(before, rank);
          offers[rank].after += offersIn(after, rank);
        }
      }
    }
    for (const fact of group) {
      was = trajectoryDecider.evolve(was, fact);
      would = trajectoryDecider.evolve(would, threatUnder(rules, fact));
      const probe = rules.threatCountsAs && askedFor(fact);
      if (probe) differences.push(...compared(probe, fact, ...decideTwice(probe, fact), true));
    }
  }
  return { differences, offers, decidedAgain, notComparable };
};
