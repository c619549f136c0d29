// Fifty coaches at once in a process of its own, which the race kills half-way: says each answer on a line.
import { openPlatform } from '@perspectief/assembly';
import { deriveId } from '@perspectief/kernel';
import { keysOfEnvironment } from '@perspectief/privacy';

const [databaseUrl, budgetId, requests] = process.argv.slice(2);
const platform = await openPlatform({ databaseUrl, keys: keysOfEnvironment(process.env), poolSize: 8 });

const send = async (type, data, actor) => {
  const commandId = deriveId('fifty coaches', type, data.requestId);
  return platform.path.handle({ type, data, commandId, happenedOn: '2025-03-03T10:00', actor });
};

const one = async (request, n) => {
  const asked = await send('RequestSpending', request, { id: `coach-${n}`, role: 'neighbourhood-coach' });
  process.stdout.write(`${'refused' in asked ? asked.refused.code : 'granted'}\n`);
  if ('refused' in asked) return;
  const { requestId, amount } = request;
  const paymentId = deriveId('fifty coaches', 'payment', requestId);
  const paid = await send('RecordPayment', { budgetId, requestId, paymentId, amount, deliveredOn: '2025-03-03' }, { id: 'holder-1', role: 'budget-holder' });
  process.stdout.write(`${'refused' in paid ? paid.refused.code : 'paid'}\n`);
};

await Promise.all(JSON.parse(requests).map(one));
await platform.close();
