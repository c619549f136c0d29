import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { deriveId } from '@perspectief/kernel';
import { keysInMemory, readKeyRing } from '@perspectief/privacy';
import { openPlatform, type Platform } from '../platform.js';
import { collector, type CollectedSpan } from '../testing/collector.js';
import { tracingFrom } from './index.js';

const keys = () => keysInMemory(readKeyRing(`test:${Buffer.alloc(32, 9).toString('base64')}`));
const actor = { id: 'coach-zkanarie', role: 'neighbourhood-coach' };
const [householdId, trajectoryId] = [deriveId('traced', 'household'), deriveId('traced', 'trajectory')];
const commandId = (type: string) => deriveId('traced', 'command', type);
const jobId = deriveId('traced', 'job');
const hex = (id: string) => id.replaceAll('-', '');
const steps: [string, object][] = [
  ['RegisterHousehold', { householdId, municipality: 'groningen', area: 'beijum', name: 'Zkanarie', address: 'Canarystraat 1' }],
  ['OpenTrajectory', { trajectoryId, householdId, area: 'beijum', source: 'self' }],
  ['StopTrajectory', { trajectoryId, reason: 'moved', note: 'Zkanarie ging naar een tante' }],
];

let database: ThrowAwayDatabase;
let collected: Awaited<ReturnType<typeof collector>>;
let spans: readonly CollectedSpan[];

const opened = async (service: string): Promise<Platform> =>
  openPlatform({ databaseUrl: database.url, keys: keys(), poolSize: 4, tracing: await tracingFrom({ OTEL_EXPORTER_OTLP_ENDPOINT: collected.url }, service), complain: () => undefined });

/** One service takes the commands, another follows the log: as in two processes. */
beforeAll(async () => {
  [database, collected] = [await throwAwayDatabase(), await collector()];
  const [casework, worker] = [await opened('casework'), await opened('worker')];
  for (const [type, data] of steps) expect(await casework.path.handle({ type, data, commandId: commandId(type), actor })).toMatchObject({ accepted: { repeated: false } });
  const [again] = steps;
  await casework.path.handle({ type: again?.[0] ?? '', data: again?.[1], commandId: commandId('RegisterHousehold'), actor });
  await worker.projections.catchUp();
  await worker.policies.catchUp();
  const evaluation = await tracingFrom({ OTEL_EXPORTER_OTLP_ENDPOINT: collected.url }, 'evaluation');
  const at = performance.now();
  evaluation?.job({ id: jobId, kind: 'cut', state: 'failed', eventsRead: 7, startedAt: at - 5, endedAt: at });
  await evaluation?.close();
  await casework.close();
  await worker.close();
  spans = collected.spans();
}, 60_000);
afterAll(async () => {
  await collected.close();
  await database.drop();
});

const named = (name: string) => spans.filter((span) => span.name === name);
const only = (name: string): CollectedSpan => {
  const found = named(name);
  expect(found.map((span) => span.name)).toEqual([name]);
  return found[0] as CollectedSpan;
};
const under = ({ spanId, traceId }: CollectedSpan) => spans.filter((span) => span.parentSpanId === spanId && span.traceId === traceId);

test('one command is one chain: command, append, event, projection, and the policy that answers it, with what that wrote', () => {
  const stop = only('command StopTrajectory');
  expect(stop).toMatchObject({ service: 'casework', traceId: hex(commandId('StopTrajectory')), parentSpanId: '', status: 0, attributes: { 'perspectief.outcome': 'accepted' } });
  expect(under(stop).map(({ name }) => name).sort()).toEqual(['append', 'event TrajectoryClosed']);
  const closed = only('event TrajectoryClosed');
  const readBy = spans.filter(({ links, name }) => name.startsWith('projection ') && links.includes(`${closed.traceId} ${closed.spanId}`));
  expect(readBy.map(({ name, service }) => [name, service])).toContainEqual(['projection trajectory', 'worker']);
  const release = only('command ReleaseHousehold');
  expect(release).toMatchObject({
    ...{ service: 'worker', traceId: stop.traceId, parentSpanId: closed.spanId, links: [`${closed.traceId} ${closed.spanId}`] },
    attributes: { 'perspectief.outcome': 'accepted', 'perspectief.policy': 'when-trajectory-closed-then-release-household' },
  });
  expect(under(release).map(({ name }) => name)).toContain('append');
  expect(under(release).filter(({ name }) => name.startsWith('event '))).toHaveLength(1);
});

test('a claim is a part of the command that claims; sent again by a policy, a command points to its first sending', () => {
  const opens = named('command OpenTrajectory');
  const first = opens.find(({ spanId }) => spanId === hex(commandId('OpenTrajectory')).slice(16));
  expect(under(first as CollectedSpan).map(({ name }) => name)).toContain('command ClaimHousehold');
  const again = opens.find((span) => span !== first);
  expect(again).toMatchObject({ service: 'worker', traceId: first?.traceId, attributes: { 'perspectief.repeated': true } });
  expect(again?.links).toContain(`${first?.traceId} ${first?.spanId}`);
});

test('a job of the evaluation is a trace that its id finds', () => {
  expect(only('job cut')).toMatchObject({
    ...{ service: 'evaluation', traceId: hex(jobId), spanId: hex(jobId).slice(16), parentSpanId: '', status: 2 },
    attributes: { 'perspectief.state': 'failed', 'perspectief.events': 7 },
  });
});

test('no span has the id of another, every parent is there, and no span is its own ancestor', () => {
  const byId = new Map(spans.map((span) => [`${span.traceId} ${span.spanId}`, span]));
  expect(byId.size).toBe(spans.length);
  expect(spans.filter(({ traceId, parentSpanId }) => parentSpanId !== '' && !byId.has(`${traceId} ${parentSpanId}`)).map(({ name }) => name)).toEqual([]);
  for (const span of spans) {
    const seen = new Set<CollectedSpan>();
    for (let at: CollectedSpan | undefined = span; at; at = byId.get(`${at.traceId} ${at.parentSpanId}`)) {
      expect(seen.has(at)).toBe(false);
      seen.add(at);
    }
  }
});

test('times are of this day and no longer than the test', () => {
  expect(spans.filter(({ milliseconds }) => milliseconds < 0 || milliseconds > 60_000)).toEqual([]);
  expect(only('command StopTrajectory').milliseconds).toBeGreaterThan(0);
});

test('spans tell of nobody: no name, no text, no person, no household, no municipality', () => {
  const sent = collected.bodies.join('\n');
  expect(sent).toContain('StopTrajectory');
  expect(sent).not.toMatch(/zkanarie|canarystraat|tante|coach|groningen|beijum/i);
  for (const id of [householdId, trajectoryId]) expect(sent).not.toMatch(new RegExp(`${id}|${hex(id)}|${hex(id).slice(16)}`));
});

test('nobody collects unless somebody is named', async () => {
  expect(await tracingFrom({}, 'casework')).toBeUndefined();
  expect(await tracingFrom({ OTEL_EXPORTER_OTLP_ENDPOINT: collected.url, OTEL_SDK_DISABLED: 'true' }, 'casework')).toBeUndefined();
  await expect(tracingFrom({ OTEL_EXPORTER_OTLP_ENDPOINT: collected.url, OTEL_TRACES_SAMPLER_ARG: '7' }, 'casework')).rejects.toThrow('OTEL_TRACES_SAMPLER_ARG');
});

test('a collector that is away holds nobody up', async () => {
  const away = await tracingFrom({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }, 'casework');
  const platform = await openPlatform({ databaseUrl: database.url, keys: keys(), poolSize: 2, tracing: away });
  expect(await platform.path.handle({ type: 'RegisterHousehold', data: steps[0]?.[1], commandId: deriveId('traced', 'away'), actor })).toMatchObject({ refused: {} });
  const began = performance.now();
  await platform.close();
  expect(performance.now() - began).toBeLessThan(10_000);
});
