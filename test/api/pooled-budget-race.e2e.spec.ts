import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { testServers } from '@perspectief/database/testing';
import { formatAmount } from '@perspectief/kernel';
import { ENVIRONMENT } from '@perspectief/privacy';
import { idIn, masterKeys, twoProcesses, type TwoProcesses } from './two-processes.js';

const id = idIn('race');
const COACHES = 50;
const reasons = { purpose: 'Boodschappen', payee: 'markt', lifeArea: 'daily-life', legitimate: 'ja', committed: 'ja', returns: 'ja', regularRouteRuledOut: 'ja' };

/** How often the race is run: RACE_ROUNDS=20 for whoever wants to be sure. */
const ROUNDS = Array.from({ length: Number(process.env['RACE_ROUNDS'] ?? 3) }, (_, n) => n + 1);

/** Killing takes long: once, and as often as the rest when somebody says how often. */
const KILLS = process.env['RACE_ROUNDS'] === undefined ? [1] : ROUNDS;

let processes: TwoProcesses;

/** A pot in which every coach may spend alone. */
const openPot = async (word: string, euros: number): Promise<string> => {
  const budgetId = id(word);
  await processes.does('OpenBudget', { budgetId, name: word, scheme: 'doorbraak', area: 'beijum', householdCeiling: '5000.00' });
  await processes.does('Contribute', { budgetId, year: 2025, domain: 'wmo', amount: formatAmount(euros * 100) });
  for (let n = 0; n < COACHES; n += 1) await processes.does('GrantMandate', { budgetId, coachId: `coach-${n}`, perRequest: '500.00', from: '2025-01-01' });
  return budgetId;
};

const request = (budgetId: string, n: number) => ({ budgetId, requestId: id(`${budgetId} request ${n}`), trajectoryId: id(`trajectory ${n}`), amount: '70.00', ...reasons });

const eventsOf = async (budgetId: string, type: string) => (await processes.platforms[0].store.readStream(`pooledBudget-${budgetId}`)).filter((event) => event.type === type);

/** Runs the fifty in another process, and kills that after so many answers; answers what it said. */
const elsewhere = (budgetId: string, killAfter = Number.POSITIVE_INFINITY): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const requests = JSON.stringify(Array.from({ length: COACHES }, (_, n) => request(budgetId, n)));
    const child = spawn(process.execPath, [join(import.meta.dirname, 'fifty-coaches.mjs'), processes.platforms[0].url, budgetId, requests], {
      env: { ...process.env, [ENVIRONMENT]: masterKeys },
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('\n').length > killAfter) child.kill('SIGKILL');
    });
    child.stderr.on('data', (chunk: Buffer) => reject(new Error(chunk.toString())));
    child.on('error', reject);
    child.on('close', () => resolve(said.trimEnd().split('\n')));
  });

describe.each(testServers())('on the $name', (server) => {
  beforeAll(async () => {
    processes = await twoProcesses('race', server);
    for (let n = 0; n < COACHES; n += 1) await processes.trajectory(id(`trajectory ${n}`), `coach-${n}`);
  }, 60_000);
  afterAll(() => processes.close());

  test.each(ROUNDS)('fifty coaches at once in two processes: as many are granted as fit, round %i', async (round) => {
    const budgetId = await openPot(`round ${round}`, 1_000);
    const answers = await Promise.all(
      Array.from({ length: COACHES }, (_, n) => processes.sends(processes.platforms[n % 2] as never, 'RequestSpending', request(budgetId, n), `coach-${n}`)),
    );
    const refused = answers.flatMap((answer) => ('refused' in answer ? [answer.refused] : []));
    expect(refused).toHaveLength(COACHES - 14);
    expect(new Set(refused.map(({ code, facts }) => `${code} ${String(facts?.['available'])}`))).toEqual(new Set(['INSUFFICIENT_FUNDS 20.00']));
    expect(await eventsOf(budgetId, 'SpendingApproved')).toHaveLength(14);
    expect(await eventsOf(budgetId, 'SpendingRequested')).toHaveLength(14);
  }, 60_000);

  test.each(KILLS)('cut off half-way and sent again by everybody, nobody is granted twice and nothing is lost, round %i', async (round) => {
    const budgetId = await openPot(`cut off ${round}`, 1_000);
    const send = (n: number, process: number) => processes.sends(processes.platforms[process] as never, 'RequestSpending', request(budgetId, n), `coach-${n}`);
    // The senders never hear these answers, as when a process dies after the commit.
    await Promise.allSettled(Array.from({ length: 25 }, (_, n) => send(n, 0)));
    const again = await Promise.all(Array.from({ length: COACHES }, (_, n) => send(n, 1)));
    const granted = again.filter((answer) => 'accepted' in answer);
    expect(granted).toHaveLength(14);
    expect(await eventsOf(budgetId, 'SpendingApproved')).toHaveLength(14);
    await processes.platforms[0].projections.catchUp();
    const pot = await processes.platforms[0].budgets.pots.pooledBudget(budgetId);
    expect(pot?.years[0]).toMatchObject({ contributed: 100_000, reserved: 98_000, available: 2_000 });
  }, 60_000);

  test.each(KILLS)('a process killed half-way and started again: nobody is paid twice, nothing is lost, round %i', async (round) => {
    const budgetId = await openPot(`killed ${round}`, 1_000);
    await elsewhere(budgetId, 9);
    const before = (await eventsOf(budgetId, 'PaymentRecorded')).length;
    expect(before).toBeLessThan(14);
    expect((await eventsOf(budgetId, 'SpendingApproved')).length).toBeGreaterThan(0);
    const said = await elsewhere(budgetId);
    expect([...new Set(said)].sort()).toEqual(['INSUFFICIENT_FUNDS', 'granted', 'paid']);
    expect(said.filter((line) => line === 'paid')).toHaveLength(14);
    const paid = (await eventsOf(budgetId, 'PaymentRecorded')).map(({ data }) => (data as { requestId: string }).requestId);
    expect([paid.length, new Set(paid).size]).toEqual([14, 14]);
    await processes.platforms[0].projections.catchUp();
    const pot = await processes.platforms[0].budgets.pots.pooledBudget(budgetId);
    expect(pot?.years[0]).toMatchObject({ paid: 98_000, reserved: 0, available: 2_000 });
  }, 60_000);
});
