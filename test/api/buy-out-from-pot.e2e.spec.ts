import { deriveId } from '@perspectief/kernel';
import { holdStreams, type CommandAnswer } from '@perspectief/runtime';
import { idIn, twoProcesses, type TwoProcesses } from './two-processes.js';

const id = idIn('buy-out');
let processes: TwoProcesses;
beforeAll(async () => {
  processes = await twoProcesses('buy-out');
}, 60_000);
afterAll(() => processes.close());

interface Case {
  readonly budgetId: string;
  readonly trajectoryId: string;
  readonly buyOutId: string;
  readonly debts: readonly [string, string];
}

/** Two creditors who agreed to 540.00 and 360.00, and a pot with so much. */
const agreed = async (word: string, amount: string): Promise<Case> => {
  const { does, trajectory } = processes;
  const [budgetId, trajectoryId, buyOutId, rent, benefit] = ['pot', 'trajectory', 'buy-out', 'rent', 'benefit'].map((one) => id(`${word} ${one}`)) as [string, string, string, string, string];
  await does('OpenBudget', { budgetId, name: word, scheme: 'doorbraak', area: 'beijum' });
  await does('Contribute', { budgetId, year: 2025, domain: 'schuldhulp', amount });
  await trajectory(trajectoryId);
  const onTrajectory = (type: string, data: object = {}) => does(type, { trajectoryId, ...data }, 'counsellor');
  await onTrajectory('RegisterDebt', { debtId: rent, creditor: 'corporatie', claim: '3000.00', rank: 'concurrent', treatment: 'included', kind: 'housing' });
  await onTrajectory('RegisterDebt', { debtId: benefit, creditor: 'gemeente', claim: '1000.00', rank: 'preferential', treatment: 'included', kind: 'public' });
  await onTrajectory('ConfirmDebtInventory');
  await onTrajectory('RecordProtectedAmount', { income: '1800.00', protectedAmount: '1750.00', calculatorVersion: '2025-01', documentRef: 'vtlb' });
  await onTrajectory('DraftBuyOut', { buyOutId, method: 'buy-out-fund', months: 18 });
  await onTrajectory('SendOffers', { buyOutId, respondBy: '2025-04-01' });
  for (const debtId of [rent, benefit]) await onTrajectory('RecordOfferResponse', { buyOutId, debtId, response: 'accepted' });
  return { budgetId, trajectoryId, buyOutId, debts: [rent, benefit] };
};

const ask = ({ budgetId, trajectoryId, buyOutId }: Case, word = 'first'): Promise<CommandAnswer> =>
  processes.sends(processes.platforms[0], 'RequestFunding', { trajectoryId, buyOutId, from: 'pooled-budget', budgetId }, 'counsellor', id(`ask ${buyOutId} ${word}`));

const inPot = async ({ budgetId }: Case): Promise<string[]> =>
  (await processes.platforms[0].store.readStream(`pooledBudget-${budgetId}`)).map(({ type }) => type).filter((type) => type.startsWith('BuyOut'));
const onTrajectory = async ({ trajectoryId }: Case): Promise<string[]> =>
  (await processes.platforms[0].store.readStream(`trajectory-${trajectoryId}`)).map(({ type }) => type).filter((type) => /^Funding/.test(type));

/** Free text is sealed in the log, a code that a policy gives for a reason too: opened as for the household. */
const refusalOf = async ({ trajectoryId }: Case): Promise<unknown> => {
  const [platform] = processes.platforms;
  const refused = (await platform.store.readStream(`trajectory-${trajectoryId}`)).find(({ type }) => type === 'FundingRefused');
  const own = deriveId('buy-out', 'household', trajectoryId);
  return (await platform.personalData.open({ data: refused?.data }, ({ householdId }) => householdId === own)).data;
};

const [catchUp, database] = [(process: 0 | 1) => processes.platforms[process].policies.catchUp(), () => processes.platforms[0].database];

/** Everything that may go wrong on the way: read again from the beginning, cut off before marking, two processes at once. */
const harass = async (): Promise<void> => {
  await Promise.all([catchUp(0), catchUp(1)]);
  await database().query(`update runtime.reactions set state = 'pending', settled_at = null`);
  await catchUp(1);
  await database().query(`update runtime.checkpoints set position = null where reader = 'policies'`);
  await database().query(`truncate runtime.reactions`);
  await Promise.all([catchUp(1), catchUp(0)]);
};

test('money that is there is reserved, confirmed, paid and let go, each once', async () => {
  const one = await agreed('enough', '1000.00');
  await ask(one);
  await harass();
  expect(await inPot(one)).toEqual(['BuyOutReserved']);
  expect(await onTrajectory(one)).toEqual(['FundingRequested', 'FundingConfirmed']);
  await processes.does('PayCreditor', { trajectoryId: one.trajectoryId, buyOutId: one.buyOutId, debtId: one.debts[0] }, 'counsellor');
  await processes.does('FailBuyOut', { trajectoryId: one.trajectoryId, buyOutId: one.buyOutId, reason: 'trok zich terug' }, 'counsellor');
  await harass();
  expect(await inPot(one)).toEqual(['BuyOutReserved', 'BuyOutPaidFromPool', 'BuyOutReleased']);
});

test('money that is not there is refused with the code, once, and may be asked for again', async () => {
  const one = await agreed('too little', '899.99');
  await ask(one);
  await harass();
  expect(await inPot(one)).toEqual([]);
  expect(await onTrajectory(one)).toEqual(['FundingRequested', 'FundingRefused']);
  expect(await refusalOf(one)).toMatchObject({ reason: 'INSUFFICIENT_FUNDS' });
  await processes.does('Contribute', { budgetId: one.budgetId, year: 2025, domain: 'schuldhulp', amount: '0.01' });
  await ask(one, 'again');
  await harass();
  expect(await onTrajectory(one)).toEqual(['FundingRequested', 'FundingRefused', 'FundingRequested', 'FundingConfirmed']);
  expect(await inPot(one)).toEqual(['BuyOutReserved']);
});

test('a buy-out that fails before its money was looked for leaves nothing reserved', async () => {
  const one = await agreed('failed early', '1000.00');
  const release = await holdStreams(processes.platforms[0].url, [`trajectory-${one.trajectoryId}`]);
  await ask(one);
  await catchUp(0);
  await processes.does('FailBuyOut', { trajectoryId: one.trajectoryId, buyOutId: one.buyOutId, reason: 'ingetrokken' }, 'counsellor');
  await release();
  await harass();
  expect(await inPot(one)).toEqual(['BuyOutReserved', 'BuyOutReleased']);
  expect(await onTrajectory(one)).toEqual(['FundingRequested']);
});

test('killed after each single step and started again, it ends the same', async () => {
  const one = await agreed('killed', '1000.00');
  await ask(one);
  for (const cut of ['noted', 'reserved', 'confirmed']) {
    await catchUp(cut === 'reserved' ? 1 : 0);
    await database().query(`update runtime.reactions set state = 'pending', settled_at = null where state <> 'pending'`);
  }
  await catchUp(1);
  expect(await inPot(one)).toEqual(['BuyOutReserved']);
  expect(await onTrajectory(one)).toEqual(['FundingRequested', 'FundingConfirmed']);
  const waiting = (await database().query(`select count(*)::int as n from runtime.reactions where state = 'pending'`)) as { n: number }[];
  expect(waiting).toEqual([{ n: 0 }]);
});

test('a pot that nobody opened is refused as such', async () => {
  const one = await agreed('no pot', '1000.00');
  await ask({ ...one, budgetId: id('nowhere') });
  await harass();
  expect(await refusalOf(one)).toMatchObject({ reason: 'UNKNOWN_BUDGET' });
});
