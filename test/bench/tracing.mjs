import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { openPlatform, tracingFrom } from '@perspectief/assembly';
import { deriveId } from '@perspectief/kernel';
import { throwAwayKeys } from '@perspectief/privacy';
import { contest, rate, table } from './measure.mjs';

const CLIENTS = 8;
const actor = { id: 'coach-1', role: 'neighbourhood-coach' };

/** Takes traces and throws them away. */
const sink = async () => {
  const server = createServer((request, response) => request.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}')));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
};

/** Commands of eight clients, each with trajectories of its own. */
const commandsOn = async (platform, ms) => {
  const does = async (type, data) => {
    const answer = await platform.path.handle({ type, data, commandId: randomUUID(), actor });
    if ('refused' in answer) throw new Error(`${type}: ${answer.refused.code}`);
  };
  const own = Array.from({ length: CLIENTS }, (_, n) => deriveId('bench tracing', n));
  for (const trajectoryId of own) {
    const householdId = deriveId(trajectoryId, 'household');
    await does('RegisterHousehold', { householdId, municipality: 'groningen', area: 'beijum', name: 'Gezin', address: 'Straat 1' });
    await does('OpenTrajectory', { trajectoryId, householdId, area: 'beijum', source: 'self' });
  }
  return (warm) => rate(CLIENTS, warm ?? ms, (client) => does('LogContact', { trajectoryId: own[client], contactId: randomUUID(), kind: 'call', reached: true }));
};

/** What it costs to tell a collector of every command; without one, nothing is loaded and nothing is wrapped. */
export const benchTracing = async (freshDatabase, { rounds, ms }) => {
  const collector = await sink();
  const tracing = (share) => tracingFrom({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_TRACES_SAMPLER_ARG: String(share) }, 'bench');
  const opened = async (share) => openPlatform({ databaseUrl: await freshDatabase(), keys: throwAwayKeys(), poolSize: CLIENTS, tracing: share === undefined ? undefined : await tracing(share) });
  const platforms = [await opened(undefined), await opened(1), await opened(0.1)];
  const [none, all, some] = await Promise.all(platforms.map((platform) => commandsOn(platform, ms)));
  const rows = await contest({ 'no traces': none, 'every trace': all, 'one trace in ten': some }, rounds);
  for (const platform of platforms) await platform.close();
  collector.close();
  const text = `## Traces\n\n${CLIENTS} clients, the command path alone; the collector is in the same process.\n\n` +
    table(['commands', 'median / s', 'ratio'], rows.map(({ name, median, ratio }) => [name, Math.round(median), ratio.toFixed(2)]));
  return { text, ratios: [{ name: 'commands with every trace sent: to none', ratio: rows[1].ratio, atLeast: 0.8 }] };
};
