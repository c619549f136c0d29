import type { Arc, Interval, Network } from './network.js';
import type { DisclosurePolicy } from './policy.js';

/** A figure that one arc may not give away: it holds nearly all of a whole, of which the total is taken as known. */
export interface GroupRisk {
  readonly arc: Arc;
  readonly total: Arc;
}

export interface Sensitive {
  readonly small: readonly Arc[];
  readonly groups: readonly GroupRisk[];
}

/** What stays hidden, and why; `cover` are figures that would give a hidden one away. Undefined: it cannot be protected at all. */
export interface Protection {
  readonly hidden: ReadonlySet<string>;
  readonly small: number;
  readonly group: number;
  readonly cover: number;
}

/** Wide enough: nobody can say that the figure is under the threshold, nor pin it down to less than the threshold. */
export const isOpen = ({ lower, upper }: Interval, threshold: number): boolean => upper >= threshold && upper - lower >= threshold;

const coverSmall = (network: Network, arc: Arc, hidden: Set<string>, threshold: number): boolean => {
  const fall = network.slack(arc, 'fall', hidden, threshold);
  const rise = Math.max(threshold - arc.value, threshold - fall);
  const cover = network.cover(arc, 'rise', rise, hidden);
  cover?.forEach((id) => hidden.add(id));
  return cover !== undefined;
};

/** The share must be able to fall to what the policy allows, with the total unchanged. */
const coverGroup = (network: Network, { arc, total }: GroupRisk, hidden: Set<string>, share: number): boolean => {
  const fall = arc.value - Math.floor(share * total.value);
  const cover = network.cover(arc, 'fall', fall, hidden, new Set([total.id]));
  cover?.forEach((id) => hidden.add(id));
  return cover !== undefined;
};

/** Primary and complementary suppression: hides what is sensitive, and of the rest the least that keeps it from being computed back. */
export const protect = (network: Network, { small, groups }: Sensitive, { threshold, groupShare }: DisclosurePolicy): Protection | undefined => {
  const primary = new Set([...small, ...groups.map(({ arc }) => arc)].map(({ id }) => id));
  const hidden = new Set(primary);
  const covered =
    small.every((arc) => coverSmall(network, arc, hidden, threshold)) &&
    groups.every((risk) => coverGroup(network, risk, hidden, groupShare));
  if (!covered) return undefined;
  const audited = small.every((arc) => isOpen(network.interval(arc, hidden, threshold), threshold));
  if (!audited) return undefined;
  const group = groups.filter(({ arc }) => !small.includes(arc)).length;
  return { hidden, small: small.length, group, cover: hidden.size - primary.size };
};
