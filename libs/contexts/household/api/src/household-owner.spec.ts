import type { HouseholdCommand, HouseholdState } from '@perspectief/household-domain';
import { deriveId, type CommandMeta } from '@perspectief/kernel';
import type { Sources } from '@perspectief/runtime';
import { householdOwner } from './index.js';

const [householdId, other, trajectoryId] = ['household', 'other household', 'trajectory'].map((word) => deriveId('household-owner', word)) as [string, string, string];
const state = { phase: 'registered', id: householdId, claim: { phase: 'claimed', trajectoryId } } as HouseholdState;
const erase: HouseholdCommand = { type: 'EraseHousehold', data: { householdId, reason: 'request-granted' } };

const knowing = (holder: object) => {
  const sources = { stateOf: async () => holder } as unknown as Sources;
  return householdOwner().gather(erase, { state, stream: `household-${householdId}`, meta: {} as CommandMeta }, sources);
};

describe('a claim', () => {
  test.each([
    ['holds while its trajectory is open', { phase: 'open', householdId }, false],
    ['holds while its trajectory is about to open', { phase: 'none' }, false],
    ['is void once its trajectory closed', { phase: 'closed', householdId }, true],
    ['is void where its trajectory opened for another household', { phase: 'open', householdId: other }, true],
  ])('%s', async (_, holder, claimIsVoid) => {
    expect(await knowing(holder)).toEqual({ claimIsVoid });
  });
});
