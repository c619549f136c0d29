import type { Domain } from '@perspectief/kernel';

/** What may be applied for under each law. */
export const kindsByLaw = {
  jeugd: ['youth-provision'],
  wmo: ['support-report', 'provision'],
  participatiewet: ['general-assistance', 'special-assistance'],
  schuldhulp: ['debt-help'],
} as const satisfies Readonly<Record<Domain, readonly string[]>>;

/** A law with a kind that fits it. */
export type AppliedFor = { [Law in Domain]: { readonly law: Law; readonly kind: (typeof kindsByLaw)[Law][number] } }[Domain];
export type ApplicationKind = AppliedFor['kind'];

export const applicationKinds = [
  'debt-help',
  'support-report',
  'provision',
  'youth-provision',
  'general-assistance',
  'special-assistance',
] as const satisfies readonly ApplicationKind[];

export const fits = (applied: { readonly law: Domain; readonly kind: string }): applied is AppliedFor =>
  (kindsByLaw[applied.law] as readonly string[]).includes(applied.kind);
