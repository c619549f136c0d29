import { deriveId } from '@perspectief/kernel';
import { runningService } from '../api/running-service.js';

export const id = (word: string): string => deriveId('access', word);
export const [householdId, trajectoryId, memberId, otherId, thirdId, groundId] = ['household', 'trajectory', 'member', 'other', 'third', 'ground'].map(id) as [string, string, string, string, string, string];

/** Its page, with something of every part. */
export const PAGE = `{ page: trajectory(id: "${trajectoryId}") { __typename ... on Trajectory { id applications { law } needs { domain description } clocks { law }
  stories { text } debts { creditor } debtSums { open } plan { goals { wish } } lifeAreas { score } tandem { phase } closed { part reason } } } }`;

type Does = (type: string, input: object, actor?: string) => Promise<void>;

/** One household with a trajectory, two adults who sign in, work under two laws, and stories for some eyes alone. */
const settle = async (did: Does): Promise<void> => {
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

/** Where its people live and work. */
export const put = { municipality: 'groningen', area: 'beijum' };

/** A service that it is settled in, with the people around it. */
export const householdService = async () => {
  const service = await runningService();
  const send = async (type: string, input: object, actor = 'coach-1'): Promise<Record<string, unknown>> =>
    (await service.send(type, input, { happenedOn: '2025-01-10', actor })).result ?? {};
  const did: Does = async (type, input, actor) => {
    const result = await send(type, input, actor);
    if (result['__typename'] !== 'Accepted') throw new Error(`${type}: ${JSON.stringify(result)}`);
  };
  const page = async (actor: string): Promise<Record<string, never>> => {
    const { body } = await service.ask(PAGE, {}, actor);
    return (body.data as unknown as { page: Record<string, never> }).page;
  };
  for (const [person, role] of [
    ['coach-2', 'neighbourhood-coach'], ['counsellor-1', 'debt-counsellor'], ['expert-1', 'experience-expert'], ['officer-1', 'privacy-officer'],
    ['mother', 'household-member'], ['father', 'household-member'],
  ] as const)
    await service.platform.directory.put({ id: person, name: person, role, ...put, ...(role === 'experience-expert' && { qualification: 'certified', secrecySignedOn: '2020-01-01', conductCertificateOn: '2020-01-01', capacity: 4 }) });
  await settle(did);
  return { service, send, did, page };
};

export type HouseholdService = Awaited<ReturnType<typeof householdService>>;
