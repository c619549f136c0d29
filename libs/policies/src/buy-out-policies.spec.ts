import { deriveId, type Recorded } from '@perspectief/kernel';
import { policies } from './index.js';

const [trajectoryId, budgetId, buyOutId, debtId] = ['trajectory', 'pot', 'buy-out', 'debt'].map((word) => deriveId(word)) as [string, string, string, string];
const onTrajectory = `trajectory-${trajectoryId}`;
const onPot = `pooledBudget-${budgetId}`;

const recorded = (type: string, data: object, stream: string): Recorded => ({
  ...{ type, data, stream, id: deriveId('event', type), streamVersion: 9, schemaVersion: 1, position: '00000000000000000077' },
  ...{ happenedOn: '2025-03-01T11:00:00', recordedAt: '2025-03-01T10:00:00.000Z', actor: { id: 'counsellor', role: 'debt-counsellor' } },
  ...{ commandId: deriveId('command'), correlationId: deriveId('correlation'), causationId: deriveId('cause'), municipality: 'groningen' },
});

const reactionsTo = (event: Recorded) => policies.filter(({ on }) => on.includes(event.type)).flatMap((policy) => policy.react(event));
const asked = { buyOutId, from: 'pooled-budget', budgetId, amount: 173_700 };

test('money asked of a pot is reserved there, or the trajectory hears the code of the refusal', () => {
  expect(reactionsTo(recorded('FundingRequested', asked, onTrajectory))).toEqual([
    {
      command: { type: 'ReserveBuyOut', data: { budgetId, buyOutId, trajectoryId, amount: 173_700 } },
      otherwise: { command: { type: 'RefuseFunding', data: { trajectoryId, buyOutId, reason: '' } }, codeAs: 'reason' },
    },
  ]);
});

test('what was reserved is confirmed', () => {
  const reactions = reactionsTo(recorded('BuyOutReserved', { buyOutId, trajectoryId, amount: 173_700, year: 2025 }, onPot));
  expect(reactions).toEqual([{ command: { type: 'ConfirmFunding', data: { trajectoryId, buyOutId, reference: `pooled-budget ${budgetId}` } } }]);
});

test('what a creditor got is booked, and what a failed buy-out leaves is let go', () => {
  expect(reactionsTo(recorded('CreditorPaid', { buyOutId, debtId, amount: 48_025, budgetId }, onTrajectory))).toEqual([
    { command: { type: 'RecordBuyOutPaid', data: { budgetId, buyOutId, debtId, amount: 48_025 } } },
  ]);
  expect(reactionsTo(recorded('BuyOutFailed', { buyOutId, cause: 'given-up', budgetId }, onTrajectory))).toEqual([
    { command: { type: 'ReleaseBuyOut', data: { budgetId, buyOutId } } },
  ]);
});

test.each([
  ['FundingRequested', { buyOutId, from: 'credit-bank', amount: 173_700 }],
  ['CreditorPaid', { buyOutId, debtId, amount: 48_025 }],
  ['BuyOutFailed', { buyOutId, cause: 'given-up' }],
])('%s without a pot is no pot\'s business', (type, data) => {
  expect(reactionsTo(recorded(type, data, onTrajectory))).toEqual([]);
});

test('the same event always calls for the same', () => {
  const event = recorded('FundingRequested', asked, onTrajectory);
  expect(reactionsTo(event)).toEqual(reactionsTo(event));
});
