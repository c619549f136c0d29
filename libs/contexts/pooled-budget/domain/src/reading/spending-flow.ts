import { domains, type Cents, type Domain } from '@perspectief/kernel';
import { apportion } from '../attribution.js';
import { added, byDomain, nothingYet, totalOf, type ByDomain } from '../by-domain.js';
import type { PooledBudgetState } from '../state.js';
import type { YearState } from '../years/state.js';
import { keyOf, yearIn } from '../years/year.js';

/** A stream of the picture: from the law that put money in, through what it was for, to the law that benefits. */
export interface FlowLink {
  readonly from: { readonly kind: 'contributed' | 'life-area'; readonly name: string };
  readonly to: { readonly kind: 'life-area' | 'benefits'; readonly name: string };
  readonly amount: Cents;
}

const byLifeArea = ({ quarters }: YearState): ReadonlyMap<string, ByDomain> => {
  const areas = new Map<string, ByDomain>();
  for (const { attributed } of quarters)
    for (const [area, amounts] of Object.entries(attributed)) areas.set(area, added(areas.get(area) ?? nothingYet, amounts));
  return areas;
};

/** A picture shows what was spent: refunds of closed years are in the statement, not here. */
const spentOnly = (amounts: ByDomain): ByDomain => byDomain((domain) => Math.max(0, amounts[domain]));

const linksOf = (amounts: ByDomain, link: (domain: Domain, amount: Cents) => FlowLink): readonly FlowLink[] =>
  domains.filter((domain) => amounts[domain] > 0).map((domain) => link(domain, amounts[domain]));

/** The pot is one: every purpose draws on the laws in proportion to their contributions. What goes in comes out. */
export const spendingFlow = (state: PooledBudgetState, year: number): readonly FlowLink[] => {
  if (state.phase === 'none') return [];
  const known = yearIn(state, year);
  return [...byLifeArea(known)]
    .map(([area, amounts]) => [{ kind: 'life-area', name: area }, spentOnly(amounts)] as const)
    .filter(([, amounts]) => totalOf(amounts) > 0)
    .flatMap(([area, amounts]) => [
      ...linksOf(apportion(totalOf(amounts), keyOf(known)), (name, amount) => ({ from: { kind: 'contributed', name }, to: area, amount })),
      ...linksOf(amounts, (name, amount) => ({ from: area, to: { kind: 'benefits', name }, amount })),
    ]);
};
