import type { Domain } from '@perspectief/kernel';
import type { DataOf } from '@perspectief/edge';
import type { TrajectoryCommand } from '@perspectief/trajectory-domain';
import { ValidateBy } from 'class-validator';

type AppliedFor = DataOf<TrajectoryCommand, 'ReceiveApplication'>;
export type ApplicationKind = AppliedFor['kind'];

/** What may be applied for under each law. */
const kindsByLaw: { readonly [Law in Domain]: readonly Extract<AppliedFor, { readonly law: Law }>['kind'][] } = {
  jeugd: ['youth-provision'],
  wmo: ['support-report', 'provision'],
  participatiewet: ['general-assistance', 'special-assistance'],
  schuldhulp: ['debt-help'],
};

export const applicationKinds: readonly ApplicationKind[] = Object.values(kindsByLaw).flat();

const belongs = (law: unknown, kind: unknown): boolean =>
  Object.entries(kindsByLaw).some(([known, kinds]) => known === law && (kinds as readonly unknown[]).includes(kind));

/** The kind belongs to the law that stands beside it. A law that is not one is told by its own field. */
export const AppliedUnderItsLaw = (): PropertyDecorator =>
  ValidateBy({
    name: 'isKindOfLaw',
    validator: {
      validate: (kind, about) => {
        const { law } = (about?.object ?? {}) as { readonly law?: unknown };
        return !(String(law) in kindsByLaw) || belongs(law, kind);
      },
    },
  });
