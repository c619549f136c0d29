import type { TrajectoryPageQuery } from '@perspectief/graphql-contract/household';

type Sent = Extract<TrajectoryPageQuery['trajectory'], { readonly __typename: 'Trajectory' }>;

/** Parts that are left out for some readers. */
const NOTHING = {
  plan: { agreement: 'draft', goals: [], versions: [] },
  tandem: { tandemId: null, phase: 'none', coachId: null, expertId: null, since: null, contacts: 0, minutes: 0 },
  debtSums: { included: 0, open: '0', paid: '0', discharged: '0', excluded: '0' },
  inventory: { phase: 'open', confirmedOn: null },
  arrangement: { phase: 'none', startedOn: null },
  protectedAmount: { phase: 'none', income: null, protectedAmount: null, capacity: null, on: null, calculatorVersion: null },
  aftercare: { current: { phase: 'none', startedOn: null, until: null, endedOn: null, checkIns: [], setbacks: [], relapse: null } },
} as const satisfies { readonly [Part in PartLeftOut]: NonNullable<Sent[Part]> };

type PartLeftOut = 'plan' | 'tandem' | 'debtSums' | 'inventory' | 'arrangement' | 'protectedAmount' | 'aftercare';
export type Trajectory = Omit<Sent, PartLeftOut> & { readonly [Part in PartLeftOut]: NonNullable<Sent[Part]> };

/** A page that every part can read: what was left out is empty, and `closed` says that it was left out. */
export const opened = (sent: Sent): Trajectory => ({
  ...sent,
  plan: sent.plan ?? NOTHING.plan,
  tandem: sent.tandem ?? NOTHING.tandem,
  debtSums: sent.debtSums ?? NOTHING.debtSums,
  inventory: sent.inventory ?? NOTHING.inventory,
  arrangement: sent.arrangement ?? NOTHING.arrangement,
  protectedAmount: sent.protectedAmount ?? NOTHING.protectedAmount,
  aftercare: sent.aftercare ?? NOTHING.aftercare,
});

/** Whether one of these parts was left out for this reader. */
export const isClosed = ({ closed }: Trajectory, ...parts: readonly string[]): boolean => (closed ?? []).some(({ part }) => parts.includes(part));
