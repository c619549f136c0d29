import { scenariosOf } from '@perspectief/kernel/testing';
import type { HouseholdCommand } from '../commands.js';
import { householdDecider } from '../household.js';

type Step = readonly [on: string, command: HouseholdCommand];

export const { scenario } = scenariosOf(householdDecider, {});

/** Ids of the specs: readable, and valid. */
export const idOf = (n: number): string => `00000000-0000-5000-8000-${String(n).padStart(12, '0')}`;
export const HOUSEHOLD = idOf(1);
export const TRAJECTORY = idOf(100);

export const registered: Step = [
  '2023-11-27T09:00',
  {
    type: 'RegisterHousehold',
    data: {
      householdId: HOUSEHOLD,
      municipality: 'groningen',
      area: 'beijum',
      name: 'Gezin BEI-001',
      address: 'Voorbeeldstraat 1, Groningen',
    },
  },
];

export const claimed: Step = [
  '2023-11-27T09:10',
  { type: 'ClaimHousehold', data: { householdId: HOUSEHOLD, trajectoryId: TRAJECTORY, area: 'beijum', source: 'early-signal' } },
];
