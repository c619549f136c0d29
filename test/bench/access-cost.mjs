import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import { contest, median, percentile, rate, table, timesOf } from './measure.mjs';
import { rawInserts } from './pooled-budget.mjs';

const FILES = 40;
const MANY = 16;

const PAGE = `query ($id: ID!) { trajectory(id: $id) { __typename ... on Trajectory {
  id householdId status area source openedOn coachId day coaches { coachId since } conversations { on place }
  clocks { application article due daysLeft explanation { nl en } } debts { debtId creditor claim rank treatment balance { phase } }
  debtSums { included open paid } plan { agreement goals { goalId wish lifeArea targetDate phase } } } } }`;
const COMMAND = `mutation ($input: LogContactInput!, $commandId: ID!) { result: logContact(input: $input, commandId: $commandId) {
  __typename ... on Accepted { position version events repeated } ... on Refused { code field } } }`;

const asked = {
  page: (id) => ({ query: PAGE, variables: { id } }),
  command: (trajectoryId) => ({
    query: COMMAND,
    variables: { commandId: randomUUID(), input: { trajectoryId, contactId: randomUUID(), kind: 'call', reached: true, note: 'Gebeld over de brief van de woningcorporatie.' } },
  }),
  nothing: () => ({ query: '{ __typename }' }),
};
const ANSWERED = { page: '"__typename":"Trajectory"', command: '"__typename":"Accepted"', nothing: '"__typename":"Query"' };

const service = async (kind, url) => {
  const child = fork(join(import.meta.dirname, 'access-service.mjs'), [kind, url, String(FILES)]);
  const { port, trajectoryIds, ways } = await new Promise((resolve, reject) => {
    child.once('message', resolve).once('exit', (code) => reject(new Error(`the ${kind} service ended with ${code}`)));
  });
  const agent = new http.Agent({ keepAlive: true, maxSockets: MANY });
  const post = (body, headers) =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify(body);
      const options = { port, host: '127.0.0.1', agent, method: 'POST', path: '/graphql' };
      const request = http.request({ ...options, headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } }, (response) => {
        let answer = '';
        response.setEncoding('utf8').on('data', (part) => (answer += part)).on('end', () => resolve(answer));
      });
      request.on('error', reject).end(text);
    });
  let n = 0;
  const ask = (way, what) => async () => {
    const first = Object.keys(ways).indexOf(way) * FILES;
    const answer = await post(asked[what](trajectoryIds[first + ((n += 1) % FILES)]), ways[way]);
    if (!answer.includes(ANSWERED[what]) || answer.includes('"errors"')) throw new Error(`${way} ${what}: ${answer.slice(0, 300)}`);
  };
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.send('stop');
    await ended;
    agent.destroy();
  };
  return { ask, stop };
};

const latency = (once, ms) => async (warmUp) => {
  const until = performance.now() + (warmUp ?? ms);
  const taken = [];
  while (performance.now() < until) taken.push(...(await timesOf(1, once)));
  return percentile(taken, 0.5);
};

/** What the parts cost by themselves, in the same run: no answer over HTTP that keeps a look and an event can cost less than these. */
const floors = async (url, bare) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const raw = await rawInserts(url);
  const nothing = bare.ask('bare', 'nothing');
  const parts = {
    'one round trip to the database': () => client.query({ name: 'nothing', text: 'select 1' }),
    'one row inserted, on disk': raw.insert,
    'GraphQL over HTTP, nothing asked': nothing,
  };
  const rows = [];
  for (const [name, once] of Object.entries(parts)) {
    await timesOf(200, once);
    rows.push([name, `${median(await timesOf(1_000, once)).toFixed(2)} ms`]);
  }
  await raw.end();
  await client.end();
  return table(['floor', 'p50'], rows);
};

/** What any log costs that has the look before the answer is given. */
const ONE_ROW = 'without access, and one row kept beside each answer';
/** What the issue of access allows: nothing takes more than so many times as long. */
const ALLOWED = 1.3;

export const benchAccessCost = async (freshDatabase, { rounds, ms: whole }) => {
  const ms = whole / 4;
  const url = await freshDatabase();
  const [bare, row] = [await service('bare', url), await service('row', await freshDatabase())];
  let people;
  const ways = {
    'without access': (what) => bare.ask('bare', what),
    [ONE_ROW]: (what) => row.ask('bare', what),
    'signed in by token': (what) => people.ask('token', what),
    'signed in by session': (what) => people.ask('session', what),
  };
  const each = (make) => Object.fromEntries(Object.entries(ways).map(([name, ask]) => [name, make(ask)]));
  // One of them at a time: four would want more connections than the server has.
  const sorts = { 'page, made anew': ['page', 'anew'], 'page, again': ['page', 'guarded'], command: ['command', 'guarded'] };
  let running;
  const [sections, ratios] = [[], []];
  for (const [sort, [what, kind]] of Object.entries(sorts)) {
    if (running !== kind) {
      await people?.stop();
      [people, running] = [await service(kind, await freshDatabase()), kind];
    }
    const one = await contest(each((ask) => latency(ask(what), ms)), rounds, whole);
    const many = await contest(each((ask) => (warmUp) => rate(MANY, warmUp ?? ms, async () => void (await ask(what)()))), rounds, whole);
    const lines = one.map(({ name, median: p50, ratio }, n) => [name, `${p50.toFixed(2)} ms`, ratio.toFixed(2), Math.round(many[n].median), (1 / many[n].ratio).toFixed(2)]);
    for (const [n, { name, ratio }] of one.entries())
      if (n > 0 && name !== ONE_ROW) ratios.push({ name: `${sort} over HTTP, ${name}: p50 to without access`, ratio, atMost: ALLOWED }, { name: `${sort} over HTTP, ${name}, ${MANY} clients: time to without access`, ratio: 1 / many[n].ratio, atMost: ALLOWED });
    sections.push(table([`${sort} over HTTP`, '1 client, p50', 'ratio', `${MANY} clients / s`, 'ratio of time'], lines));
  }
  sections.push(await floors(url, bare));
  await bare.stop();
  await row.stop();
  await people.stop();
  const says = `The same questions and commands to the same resolvers, read models and decisions: once with nobody asked who he is, nothing left out,
no look written and no text sealed, once so with one row kept beside each answer, and once as people use them. *Again*: pages that the same person had before and
that have not changed, which access gives again when the log bears that out. *Made anew*: no answer is kept, as for the first page of somebody, or after a change; keys are
in memory. Service, clients and database share the machine.`;
  return { text: ['## What access costs', says, ...sections].join('\n\n'), ratios };
};
