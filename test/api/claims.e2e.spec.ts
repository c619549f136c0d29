import { idIn, twoProcesses, type TwoProcesses } from './two-processes.js';

const id = idIn('claims');
let processes: TwoProcesses;
beforeAll(async () => {
  processes = await twoProcesses('claims');
}, 60_000);
afterAll(() => processes.close());

const register = (householdId: string): Promise<void> =>
  processes.does('RegisterHousehold', { householdId, municipality: 'groningen', area: 'beijum', name: 'Huishouden', address: 'Straat 1' }, 'coach-0');
const open = (process: 0 | 1, householdId: string, trajectoryId: string) =>
  processes.sends(processes.platforms[process], 'OpenTrajectory', { trajectoryId, householdId, area: 'beijum', source: 'self' }, `coach-${process}`);

test('two households asked into one new trajectory: one opens, and the other is free', async () => {
  for (let round = 0; round < 8; round += 1) {
    const [one, other, shared] = ['one', 'other', 'shared'].map((word) => id(`${word} ${round}`)) as [string, string, string];
    await register(one);
    await register(other);
    const answers = await Promise.all([open(0, one, shared), open(1, other, shared)]);
    expect(answers.filter((answer) => 'accepted' in answer)).toHaveLength(1);
    const [free, held] = 'accepted' in (answers[0] as object) ? [other, one] : [one, other];
    expect(await open(0, free, id(`own ${round}`))).toHaveProperty('accepted');
    expect(await open(1, held, id(`second ${round}`))).toMatchObject({ refused: { code: 'HOUSEHOLD_HAS_OPEN_TRAJECTORY' } });
  }
}, 60_000);
