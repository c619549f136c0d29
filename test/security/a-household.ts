import { deriveId } from '@perspectief/kernel';

export const id = (word: string): string => deriveId('access', word);
export const [householdId, trajectoryId, memberId, otherId, thirdId, groundId] = ['household', 'trajectory', 'member', 'other', 'third', 'ground'].map(id) as [string, string, string, string, string, string];

/** Its page, with something of every part. */
export const PAGE = `{ page: trajectory(id: "${trajectoryId}") { __typename ... on Trajectory { id applications { law } needs { domain description } clocks { law }
  stories { text } debts { creditor } debtSums { open } plan { goals { wish } } lifeAreas { score } tandem { phase } closed { part reason } } } }`;

type Does = (type: string, input: object, actor?: string) => Promise<void>;

/** One household with a trajectory, two adults who sign in, work under two laws, and stories for some eyes alone. */
export const settle = async (did: Does): Promise<void> => {
  await did('RegisterHousehold', { householdId, municipality: 'groningen', area: 'beijum', name: 'Gezin', address: 'Straat 1' });
  for (const [member, name] of [[memberId, 'Moeder'], [otherId, 'Vader']]) await did('AddMember', { householdId, memberId: member, role: 'adult', name, birthDate: '1980-01-01', from: '2025-01-01' });
  await did('GiveMemberAccess', { householdId, memberId, personId: 'mother' });
  await did('GiveMemberAccess', { householdId, memberId: otherId, personId: 'father' });
  // A coach who took a member's place: it shall open nothing.
  await did('AddMember', { householdId, memberId: thirdId, role: 'adult', name: 'Oom', birthDate: '1960-01-01', from: '2025-01-01' });
  await did('GiveMemberAccess', { householdId, memberId: thirdId, personId: 'coach-1' });
  await did('OpenTrajectory', { trajectoryId, householdId, area: 'beijum', source: 'self' });
  await did('AssignCoach', { trajectoryId, coachId: 'coach-1' });
  await did('ReceiveApplication', { trajectoryId, applicationId: id('debt-help'), law: 'schuldhulp', kind: 'debt-help' });
  await did('ReceiveApplication', { trajectoryId, applicationId: id('youth'), law: 'jeugd', kind: 'youth-provision' });
  await did('IdentifyNeed', { trajectoryId, needId: id('need'), domain: 'jeugd', description: 'angst' });
  await did('RegisterDebt', { trajectoryId, debtId: id('debt'), creditor: 'verhuurder', claim: '10.00', rank: 'concurrent', treatment: 'included', kind: 'housing' });
  await did('TellStory', { trajectoryId, storyId: id('mother'), text: 'alleen tegen coach-1 gezegd', visibleTo: ['coach-1'] }, 'mother');
  await did('TellStory', { trajectoryId, storyId: id('father'), text: 'alleen tegen oom gezegd', visibleTo: [thirdId] }, 'father');
  await did('TellStory', { trajectoryId, storyId: id('shared'), text: 'voor de schuldhulp', visibleTo: ['debt-counsellor'] });
};
