import { deriveId, startOf, toInstant } from '@perspectief/kernel';
import type { HouseholdEvent } from '@perspectief/household-domain';
import type { HouseholdFact } from '../page/fold-household.js';

type Told = { [Type in HouseholdEvent['type']]: readonly [on: string, type: Type, data: Extract<HouseholdEvent, { type: Type }>['data'], recordedOn?: string] }[HouseholdEvent['type']];

export const idOf = (...words: readonly string[]): string => deriveId('spec', ...words);

/** Written one after the other, on the day they happened unless it is said otherwise. */
export const historyOf = (name: string, tellings: readonly Told[]): readonly HouseholdFact[] =>
  tellings.map(([on, type, data, recordedOn], index) => {
    const version = index + 1;
    const id = deriveId('spec', name, 'event', version);
    return {
      ...{ id, type, data, schemaVersion: 1, happenedOn: startOf(on), recordedAt: toInstant(`${recordedOn ?? on}T17:00:00`), municipality: 'groningen' },
      ...{ stream: `household-${idOf(name)}`, streamVersion: version, position: `${String(version).padStart(16, '0')}-${id.slice(0, 8)}` },
      actor: { id: 'coach', role: 'neighbourhood-coach' },
      ...{ commandId: id, correlationId: id, causationId: id },
    } as HouseholdFact;
  });

/** A mother and a son; he leaves, she moves, a ground is given and taken back. */
const family = (name: string): readonly Told[] => [
  ['2024-01-08', 'HouseholdRegistered', { householdId: idOf(name), municipality: 'groningen', area: 'beijum', name: 'Gezin Jansen', address: 'Straat 1' }],
  ['2024-01-08', 'MemberAdded', { memberId: idOf(name, 'mother'), role: 'adult', name: 'Anna', birthDate: '1988-03-10', from: '2024-01-01' }],
  ['2024-01-08', 'MemberAdded', { memberId: idOf(name, 'son'), role: 'child', name: 'Bram', birthDate: '2007-05-01', from: '2024-01-01' }],
  ['2024-01-09', 'SharingGroundRecorded', { groundId: idOf(name, 'ground'), law: 'common', purpose: 'one-plan', ground: 'consent', domains: ['wmo', 'schuldhulp'], validUntil: '2024-12-31' }],
  ['2024-01-10', 'TrajectoryClaimed', { trajectoryId: idOf(name, 'trajectory'), area: 'beijum', source: 'self' }],
  ['2024-06-01', 'MemberLeft', { memberId: idOf(name, 'son'), on: '2024-06-01', reason: 'op kamers' }, '2024-07-01'],
  ['2024-08-01', 'HouseholdMoved', { area: 'selwerd', address: 'Laan 2', on: '2024-08-15' }],
  ['2024-09-01', 'SharingGroundWithdrawn', { groundId: idOf(name, 'ground') }],
  ['2025-01-02', 'TrajectoryReleased', { trajectoryId: idOf(name, 'trajectory') }],
];

export const familyHistory = (name: string): readonly HouseholdFact[] => historyOf(name, family(name));

export const erased = (name: string): readonly HouseholdFact[] =>
  historyOf(name, [...family(name), ['2030-01-01', 'HouseholdErased', { reason: 'retention-ended' }]]);
