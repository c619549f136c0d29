import { domains, field, minus, plus, type Cents, type Domain } from '@perspectief/kernel';

/** An amount of each of the four laws. */
export type ByDomain = Readonly<Record<Domain, Cents>>;

export const byDomain = <T>(of: (domain: Domain) => T): Readonly<Record<Domain, T>> => ({
  jeugd: of('jeugd'),
  wmo: of('wmo'),
  participatiewet: of('participatiewet'),
  schuldhulp: of('schuldhulp'),
});

export const nothingYet: ByDomain = byDomain(() => 0);
export const added = (to: ByDomain, amounts: ByDomain): ByDomain => byDomain((domain) => plus(to[domain], amounts[domain]));
export const taken = (from: ByDomain, amounts: ByDomain): ByDomain => byDomain((domain) => minus(from[domain], amounts[domain]));
export const totalOf = (amounts: ByDomain): Cents => plus(...domains.map((domain) => amounts[domain]));
export const only = (domain: Domain, amount: Cents): ByDomain => ({ ...nothingYet, [domain]: amount });

/** The same as a field of an event. */
export const centsByDomain = () => field.record(byDomain(() => field.cents));
