// Erases a household, begins to destroy its keys, and waits to be killed before that is committed.
import { openPlatform } from '@perspectief/assembly';
import { deriveId } from '@perspectief/kernel';
import { forgetting, keysOfEnvironment } from '@perspectief/privacy';

const [databaseUrl, householdId] = process.argv.slice(2);
const platform = await openPlatform({ databaseUrl, keys: keysOfEnvironment(process.env), poolSize: 4 });
await platform.path.handle({
  type: 'EraseHousehold',
  data: { householdId, reason: 'request-granted' },
  commandId: deriveId('erase and hang'),
  actor: { id: 'officer', role: 'privacy-officer' },
});
const events = await platform.store.readStream(`household-${householdId}`);
await platform.database.transaction(async (transaction) => {
  await forgetting().apply(events, transaction);
  process.stdout.write('destroying\n');
  await new Promise((resolve) => setTimeout(resolve, 600_000));
});
