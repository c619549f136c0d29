import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openPlatform } from '@perspectief/assembly';
import { deriveId } from '@perspectief/kernel';
import { keysInMemory, readKeyRing } from '@perspectief/privacy';
import { rawTable } from './append.mjs';
import { contest, percentile, rate, ratioOf, table, timesOf } from './measure.mjs';
import { MASTER_KEYS, startService } from './service-process.mjs';

const COACHES = 8;
const EACH = 25;
const actorOf = (id) => ({ id, role: 'neighbourhood-coach' });

/** Households with a trajectory, shared out among the coaches. */
const beginAll = (coaches, prefix, does) =>
  Promise.all(coaches.map(async (coach) => {
    const own = Array.from({ length: EACH }, (_, n) => deriveId('bench graphql', prefix, coach.id, n));
    for (const trajectoryId of own) {
      const householdId = deriveId(trajectoryId, 'household');
      await does(coach, 'RegisterHousehold', { householdId, municipality: 'groningen', area: 'beijum', name: 'Gezin', address: 'Straat 1' });
      await does(coach, 'OpenTrajectory', { trajectoryId, householdId, area: 'beijum', source: 'self' });
    }
    return own;
  }));

const NOTE = 'Gebeld over de brief van de woningcorporatie; afspraak gemaakt voor volgende week.';

/** One contact more in one trajectory after the other; each writer has households of its own. */
const contacts = (coaches, owned, does) => {
  let turn = 0;
  return async (writer) => {
    const coach = coaches[writer % coaches.length];
    const trajectories = owned[writer % coaches.length];
    const trajectoryId = trajectories[(turn += 1) % trajectories.length];
    await does(coach, 'LogContact', { trajectoryId, contactId: randomUUID(), kind: 'call', reached: true, note: NOTE });
  };
};

const inserts = async (connectionString, max) => {
  const pool = new pg.Pool({ connectionString, max });
  await pool.query(rawTable);
  const insert = {
    name: 'raw',
    text: `insert into raw_events (stream, stream_version, id, type, schema_version, data, happened_on, actor_id, actor_role, command_id, correlation_id, causation_id, municipality)
           values ($1::text, 1, $1::text::uuid, 'ContactLogged', 1, $2, '2025-03-03T10:00', 'coach', 'neighbourhood-coach', $1::text::uuid, $1::text::uuid, $1::text::uuid, 'groningen')`,
  };
  return { once: () => pool.query({ ...insert, values: [randomUUID(), JSON.stringify({ note: NOTE })] }).then(() => 1), end: () => pool.end() };
};

const QUESTIONS = {
  'worklist through GraphQL': `{ worklist(tab: "mine", first: 20) { __typename ... on WorklistConnection { totals { mine all } edges { node { dueOn state rule sentence { nl en } trajectoryId } } } } }`,
  'trajectory page through GraphQL': `query ($id: ID!) { trajectory(id: $id) { __typename ... on Trajectory { status clocks { rule due state explanation { nl en } } debtSums { open } freezes { instrument state until } } } }`,
};

/** One who reads, alone: the list, and page after page. */
const questions = async (coach, trajectories, asks) => {
  const rows = [];
  for (const [name, query] of Object.entries(QUESTIONS)) {
    const once = async (n) => {
      const [answer] = Object.values(await coach.ask(query, query.startsWith('query') ? { id: trajectories[n % trajectories.length] } : {}));
      if (!['WorklistConnection', 'Trajectory'].includes(answer.__typename)) throw new Error(`${name}: ${answer.__typename}`);
    };
    await timesOf(50, once);
    const taken = await timesOf(asks, once);
    rows.push([name, ...[0.5, 0.99].map((p) => `${percentile(taken, p).toFixed(2)} ms`)]);
  }
  return table(['question', 'p50', 'p99'], rows);
};

/** Also keeps how long each took, once the contenders are warm. */
const timed = (taken, once) => async (writer, warm) => {
  const started = performance.now();
  await once(writer);
  if (!warm) taken.push(performance.now() - started);
};

export const benchGraphql = async (freshDatabase, { rounds, ms, asks }) => {
  const url = await freshDatabase();
  const raw = await inserts(await freshDatabase(), 32);
  const service = await startService(url);
  const platform = await openPlatform({ databaseUrl: url, keys: keysInMemory(readKeyRing(MASTER_KEYS)) });
  const coaches = [];
  for (let n = 1; n <= COACHES; n += 1) coaches.push(await service.coach(`coach-${n}`));
  const overWire = (coach, type, data) => coach.does(type, data, randomUUID());
  const inProcess = async (coach, type, data) => {
    const answer = await platform.path.handle({ type, data, commandId: randomUUID(), actor: actorOf(coach.id) });
    if ('refused' in answer) throw new Error(`${type}: ${answer.refused.code} ${answer.refused.field ?? ''}`);
  };
  const owned = await beginAll(coaches, 'wire', overWire);
  const asked = contacts(coaches, owned, overWire);
  const handled = contacts(coaches, await beginAll(coaches, 'path', inProcess), inProcess);
  const [rows, ratios] = [[], []];
  for (const clients of [1, 8, 32]) {
    const taken = [];
    const kept = timed(taken, asked);
    const contenders = await contest({
      'raw insert': (warm) => rate(clients, warm ?? ms, raw.once),
      'command path alone': (warm) => rate(clients, warm ?? ms, handled),
      GraphQL: (warm) => rate(clients, warm ?? ms, (writer) => kept(writer, warm !== undefined)),
    }, rounds);
    const [, path, graphql] = contenders;
    const toPath = ratioOf(graphql, path);
    for (const one of contenders) {
      const times = one === graphql ? [0.5, 0.99].map((p) => `${percentile(taken, p).toFixed(1)} ms`) : ['', ''];
      rows.push([clients, one.name, Math.round(one.median), one.ratio.toFixed(2), ratioOf(one, path).toFixed(2), ...times]);
    }
    ratios.push({ name: `command through GraphQL, ${clients} client${clients > 1 ? 's' : ''}: to the command path alone`, ratio: toPath });
  }
  const read = await questions(coaches[0], owned[0], asks / 2);
  await platform.close();
  await service.stop();
  await raw.end();
  const text = [
    '## A command through GraphQL, end to end', '',
    'Signed in with a token, asked who may, decided, sealed, appended, answered with its place; projections and policies run in the same process, as with',
    '`npm start`. The clients share the two cores with it.', '',
    table(['clients', 'what', 'median / s', 'ratio to raw', 'to the path', 'p50', 'p99'], rows), '',
    'One reader alone, whose right is asked and whose look is written in the reader log:', '',
    read,
  ].join('\n');
  return { text, ratios };
};
