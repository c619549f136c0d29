import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openPlatform } from '../../libs/assembly/dist/index.js';
import { throwAwayKeys } from '../../libs/privacy/dist/index.js';
import { deriveId } from '../../libs/kernel/dist/index.js';
import { rawTable } from './append.mjs';
import { contest, percentile, rate, table, timesOf } from './measure.mjs';

const holder = { id: 'holder-1', role: 'budget-holder' };
const coach = { id: 'coach-1', role: 'neighbourhood-coach' };
const reasons = {
  purpose: 'Wasmachine voor een gezin met drie kinderen', lifeArea: 'daily-life', legitimate: 'Past binnen het doel van de wet', committed: 'Eigen wens, eerste stap is gezet',
  returns: 'Goedkoper dan een jaar wasserette', regularRouteRuledOut: 'De bijzondere bijstand duurt acht weken',
};
const HOUSEHOLDS = 400;
const ENOUGH = '9000000.00';
const on = '2025-03-03T10:00';

const appendTo = (store) => async (stream, expected, events, actor = holder) => {
  const id = randomUUID();
  await store.append({
    ...{ stream, expected, actor, correlationId: id, causationId: id, municipality: 'groningen' },
    command: { id, hash: 'bench' },
    events: events.map(({ type, data, happenedOn = `${on}:00` }) => ({ id: randomUUID(), type, schemaVersion: 1, data, happenedOn })),
  });
};

const opened = (n) => {
  const trajectoryId = deriveId('bench pots', 'household', n);
  return { trajectoryId, event: { type: 'TrajectoryOpened', data: { trajectoryId, householdId: deriveId(trajectoryId), area: 'beijum', source: 'self' } } };
};

const does = async ({ path }, type, data, actor = holder) => {
  const answer = await path.handle({ type, data, commandId: randomUUID(), happenedOn: on, actor });
  if ('refused' in answer) throw new Error(`${type}: ${answer.refused.code} ${answer.refused.field ?? ''}`);
};

/**
 * Households whose coach asks; answers how a pot with enough for everybody is opened, which answers how one of it is asked. Each run has a pot of
 * its own: with one for all, every household would have asked a hundred times in the end, and each request is held against all before it.
 */
export const hotPots = async (platform) => {
  const append = appendTo(platform.store);
  const households = Array.from({ length: HOUSEHOLDS }, (_, n) => opened(n));
  for (const { trajectoryId, event } of households) await append(`trajectory-${trajectoryId}`, 0, [event], coach);
  for (const { id, role } of [holder, coach]) await platform.directory.put({ id, municipality: 'groningen', role, name: id });
  let n = 0;
  return async () => {
    const budgetId = randomUUID();
    await does(platform, 'OpenBudget', { budgetId, name: 'Heet', scheme: 'doorbraak', area: 'beijum', householdCeiling: ENOUGH });
    for (const domain of ['jeugd', 'wmo']) await does(platform, 'Contribute', { budgetId, year: 2025, domain, amount: ENOUGH });
    await does(platform, 'GrantMandate', { budgetId, coachId: coach.id, perRequest: '500.00', from: '2025-01-01' });
    return async () => {
      n += 1;
      const { trajectoryId } = households[n % HOUSEHOLDS];
      await does(platform, 'RequestSpending', { budgetId, requestId: randomUUID(), trajectoryId, amount: '70.00', payee: `winkel ${n}`, ...reasons }, coach);
    };
  };
};

/** One connection, one row and one commit at a time, the columns and the body of the event: what serial writing costs at least. */
export const rawInserts = async (url) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(rawTable);
  const body = { requestId: randomUUID(), trajectoryId: randomUUID(), requestedBy: coach.id, amount: 7_000, payee: 'winkel 1', ...reasons, year: 2025, rule: 'within-mandate', approvers: 0 };
  let version = 0;
  const insert = () =>
    client.query({
      name: 'raw pot',
      text: `insert into raw_events (stream, stream_version, id, type, schema_version, data, happened_on, actor_id, actor_role, command_id, correlation_id, causation_id, municipality)
             values ($1, $2, $3, 'SpendingRequested', 1, $4, '2025-03-03T10:00:00', 'coach-1', 'neighbourhood-coach', $5, $5, $5, 'groningen')`,
      values: ['pooledBudget-raw', (version += 1), randomUUID(), JSON.stringify(body), randomUUID()],
    });
  return { insert: () => insert().then(() => 1), end: () => client.end() };
};

export const hotPotTable = async (url, { rounds, ms }) => {
  const platform = await openPlatform({ databaseUrl: url, keys: throwAwayKeys(), poolSize: 8 });
  const [raw, openPot] = [await rawInserts(url), await hotPots(platform)];
  const clients = (count) => async (warm) => rate(count, warm ?? ms, await openPot());
  const rows = await contest(
    { 'raw: serialized inserts of one row': (warm) => rate(1, warm ?? ms, raw.insert), '1 client': clients(1), '8 clients': clients(8), '32 clients': clients(32) },
    rounds,
    ms,
  );
  await raw.end();
  await platform.close();
  const text = table(['`RequestSpending`, validated to answered', 'median / s', 'ratio to raw'], rows.map(({ name, median, ratio }) => [name, Math.round(median), ratio.toFixed(2)]));
  return { text, ratios: rows.slice(1).map(({ name, ratio }) => ({ name: `requests on one hot pot, ${name}: to raw serialized inserts`, ratio, atLeast: 0.3 })) };
};

const POTS = 50;
const AREAS = ['beijum', 'lewenborg', 'selwerd', 'ten-boer', 'haren'];
const dayOf = (n) => new Date(Date.UTC(2025, 0, 6 + (n % 300))).toISOString().slice(0, 10);

/** Of every ten requests that wait, three have one approval, two are emergencies, and one has a question to answer. */
const waiting = (pot, n) => {
  const requestId = deriveId('bench pots', 'request', pot, n);
  const of = { requestId, trajectoryId: deriveId('bench pots', 'household', n % HOUSEHOLDS) };
  const emergency = n % 5 === 0;
  const asked = { ...of, requestedBy: `coach-${n % 20}`, amount: 60_000 + n, payee: `winkel ${n}`, ...reasons, year: 2025, rule: emergency ? 'emergency' : 'above-mandate', approvers: 2 };
  const events = [
    { type: 'SpendingRequested', data: { ...asked, ...(emergency && { emergency }) } },
    ...(emergency ? [{ type: 'SpendingApproved', data: { ...of, by: 'emergency', year: 2025, reserved: asked.amount, settleBy: dayOf(n + 5) } }] : []),
    ...(n % 10 > 6 ? [{ type: 'ApprovalGiven', data: { ...of, approvedBy: `holder-${n % 4}` } }] : []),
    ...(n % 10 === 1 ? [{ type: 'SpendingReturned', data: { ...of, question: 'Waarom niet tweedehands?' } }] : []),
  ];
  return events.map((event) => ({ ...event, happenedOn: `${dayOf(n)}T10:00:00` }));
};

const CHUNK = 200;

const fillPot = async (append, pot, requests) => {
  const budgetId = deriveId('bench pots', pot);
  const events = [
    { type: 'BudgetOpened', data: { budgetId, name: `Pot ${pot}`, scheme: 'doorbraak', area: AREAS[pot % AREAS.length], householdCeiling: 900_000_000, tiers: [{ above: 50_000, approvers: 2 }] }, happenedOn: '2025-01-02T09:00:00' },
    { type: 'ContributionMade', data: { year: 2025, domain: 'wmo', amount: 900_000_000 }, happenedOn: '2025-01-02T09:00:00' },
    ...Array.from({ length: requests }, (_, n) => waiting(pot, n)).flat(),
  ];
  for (let at = 0; at < events.length; at += CHUNK) await append(`pooledBudget-${budgetId}`, at, events.slice(at, at + CHUNK));
  return budgetId;
};

const QUESTIONS = [
  ['mine', {}],
  ['second', {}],
  ['emergency', {}],
  ['all', {}],
  ['mine', { area: 'beijum' }, 'mine, one area'],
  ['all', { cursor: ['2025-09-01', '00000000-0000-4000-8000-000000000000'] }, 'all, deep in the list'],
];

const queueTable = async (url, { waitingRequests, asks }) => {
  const platform = await openPlatform({ databaseUrl: url, keys: throwAwayKeys() });
  const append = appendTo(platform.store);
  const pots = await Promise.all(Array.from({ length: POTS }, (_, pot) => fillPot(append, pot, waitingRequests / POTS)));
  await platform.projections.catchUp();
  await platform.database.query('analyze');
  const { queue } = platform.budgets;
  const everything = { sql: () => 'true', values: [] };
  const asked = (more) => (n) => ({ within: everything, municipality: 'groningen', personId: `holder-${n % 4}`, today: '2025-06-02', first: 50, ...more });
  const rows = [];
  const measure = async (name, once) => {
    const taken = await timesOf(asks, once);
    rows.push([name, ...[0.5, 0.99].map((p) => `${percentile(taken, p).toFixed(2)} ms`)]);
  };
  for (const [tab, more, name = tab] of QUESTIONS) await measure(name, (n) => queue.page({ ...asked(more)(n), tab }));
  await measure('all, one pot', (n) => queue.page({ ...asked({ budgetId: pots[n % POTS] })(n), tab: 'all' }));
  await measure('totals of all tabs', (n) => queue.totals(asked({})(n)));
  const { all } = await queue.totals(asked({})(0));
  await platform.close();
  return `${all.toLocaleString('en')} open requests in ${POTS} pots, pages of 50\n\n${table(['approval queue', 'p50', 'p99'], rows)}`;
};

export const benchPooledBudget = async (freshDatabase, settings) => {
  const { text, ratios } = await hotPotTable(await freshDatabase(), settings);
  return { text: ['## Requests on one hot pot', text, '## Approval queue', await queueTable(await freshDatabase(), settings)].join('\n\n'), ratios };
};
