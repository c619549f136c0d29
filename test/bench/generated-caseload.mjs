import pg from 'pg';
import { writeSealed } from '../../libs/kernel/dist/index.js';

/** Mulberry32: the same seed is the same caseload, on any machine. */
const randomOf = (seed) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
};

const hex = (number) => number.toString(16).padStart(8, '0');
const DAY = 86_400_000;
const BEGIN = Date.UTC(2021, 0, 4);
const BOX = 'Zm9vYmFyYmF6'.repeat(8);
const areas = ['beijum', 'haren', 'lewenborg', 'paddepoel', 'selwerd', 'vinkhuizen'];
const sources = ['self', 'early-signal', 'referral', 'street-approach'];
const outcomes = ['moved', 'withdrew', 'no-contact', 'unsuitable', 'completed', 'deceased'];

/** One trajectory: some ten events, one or two commands a day, personal fields as the sealed texts that stand in a real log. */
const trajectory = (random) => {
  const pick = (items) => items[random() % items.length];
  const uuid = () => { const [a, b, c, d] = [hex(random()), hex(random()), hex(random()), hex(random())]; return `${a}-${b.slice(0, 4)}-${b.slice(4)}-${c.slice(0, 4)}-${c.slice(4)}${d}`; };
  const [trajectoryId, householdId, applicationId] = [uuid(), uuid(), uuid()];
  const stream = `trajectory-${trajectoryId}`;
  const coachId = `coach-${random() % 200}`;
  let at = BEGIN + (random() % 1100) * DAY;
  const events = [];
  const tell = (type, dataOf, days = 0) => {
    at += days * DAY;
    const [id, command, day] = [uuid(), uuid(), new Date(at).toISOString().slice(0, 10)];
    const personal = (path) => writeSealed({ householdId, scope: 'common', generation: 1, stream, eventId: id, path }, BOX);
    events.push([stream, events.length + 1, id, type, dataOf(personal), `${day}T09:00:00`, `${day}T16:00:00Z`, coachId, 'neighbourhood-coach', command, 'groningen']);
  };
  tell('TrajectoryOpened', () => ({ trajectoryId, householdId, area: pick(areas), source: pick(sources) }));
  tell('CoachAssigned', () => ({ coachId }), 1 + (random() % 3));
  tell('ApplicationReceived', () => ({ applicationId, law: 'schuldhulp', kind: 'debt-help' }));
  if (random() % 3 === 0) {
    const tandemId = uuid();
    tell('TandemProposed', () => ({ tandemId, coachId, expertId: `expert-${random() % 60}` }), 2);
    tell('TandemStarted', () => ({ tandemId }), 1);
  }
  for (let calls = random() % 3; calls > 0; calls -= 1)
    tell('ContactLogged', (personal) => ({ contactId: uuid(), kind: pick(['call', 'visit', 'letter', 'message']), reached: random() % 3 > 0, note: personal('note') }), random() % 9);
  tell('FirstConversationHeld', () => ({ place: pick(['home', 'office', 'phone']), applicationId }), 3 + (random() % 25));
  for (let debts = random() % 4; debts > 0; debts -= 1)
    tell('DebtRegistered', (personal) => ({
      debtId: uuid(), creditor: personal('creditor'), claim: 10_000 + (random() % 900_000), rank: pick(['preferential', 'concurrent']), treatment: 'included', kind: pick(['housing', 'utilities', 'care', 'public', 'other']),
    }), random() % 5);
  const goalId = uuid();
  tell('GoalSet', (personal) => ({ goalId, wish: personal('wish'), lifeArea: 'finances', targetDate: '2027-01-01' }), random() % 20);
  if (random() % 4 > 0) tell('PlanAgreed', () => ({ version: 1, goals: [goalId], actions: [] }), random() % 60);
  if (random() % 5 > 0) tell('ApplicationDecided', () => ({ applicationId, law: 'schuldhulp', outcome: pick(['granted', 'granted', 'partly-granted', 'refused']) }), random() % 40);
  if (random() % 3 === 0) tell('TrajectoryClosed', () => ({ householdId, outcome: pick(outcomes) }), 20 + (random() % 300));
  return events;
};

const INSERT = `insert into log.events (stream, stream_version, id, type, schema_version, data, happened_on, recorded_at, actor_id, actor_role, command_id, correlation_id, causation_id, municipality)
  select e ->> 0, (e ->> 1)::integer, (e ->> 2)::uuid, e ->> 3, 1, e -> 4, (e ->> 5)::timestamp, (e ->> 6)::timestamptz, e ->> 7, e ->> 8, (e ->> 9)::uuid, (e ->> 9)::uuid, (e ->> 9)::uuid, e ->> 10
  from jsonb_array_elements($1::jsonb) with ordinality x(e, nr) order by nr`;

/** So many trajectories are at work at the same time: their events lie mixed, as in a year's work. */
const AT_WORK = 500;

/** Events of all trajectories, mixed. */
function* mixed(trajectories, random) {
  const open = [];
  for (let begun = 0; begun < trajectories || open.length > 0; ) {
    while (open.length < AT_WORK && begun < trajectories) {
      open.push({ events: trajectory(random), next: 0 });
      begun += 1;
    }
    const at = random() % open.length;
    const one = open[at];
    yield one.events[one.next++];
    if (one.next === one.events.length) {
      open[at] = open.at(-1);
      open.pop();
    }
  }
}

/** Fills a log with so many trajectories, some ten events each, straight into its table: as if written by casework over years. */
export const fillWithCaseload = async (url, { trajectories, seed = 1, onProgress = () => {} }) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('set synchronous_commit = off');
  let [batch, events] = [[], 0];
  const flush = async () => {
    if (batch.length > 0) await client.query(INSERT, [JSON.stringify(batch)]);
    events += batch.length;
    batch = [];
    onProgress(events);
  };
  for (const event of mixed(trajectories, randomOf(seed))) {
    batch.push(event);
    if (batch.length === 5_000) await flush();
  }
  await flush();
  await client.query('analyze log.events');
  await client.end();
  return events;
};
