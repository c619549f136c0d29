import { Module, type Provider, type Type } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Directory } from '@perspectief/directory';
import { errorFormatter, type EdgeContext } from '@perspectief/edge';
import { ChangeFeed, everything, ReadGate } from '@perspectief/runtime';
import { TrajectoryPages, Worklist } from '@perspectief/trajectory-read';
import { eventIdOf, historyOf, openReadSide, told, trajectoryIdOf, wholeTrajectory, type ReadSide } from '@perspectief/trajectory-read/testing';
import request from 'supertest';
import '../index.js';
import { trajectoryQueries } from './index.js';

const NAME = 'queries';
const id = trajectoryIdOf(NAME);
const correction = told('2025-02-01', 'DateCorrected', { eventId: eventIdOf(NAME, 5), happenedOn: '2023-12-22', reason: 'agenda' }, '2025-02-01T12:00:00.000Z');
const facts = historyOf(NAME, [...wholeTrajectory(NAME), correction]);
const open = historyOf('open', wholeTrajectory('open').slice(0, 20));

const capacities = new Map<string, number>();
const directory = {
  find: async (ids: readonly string[]) => ids.map((one) => (one === 'coach' ? { id: one, area: 'beijum' } : { id: one, capacity: capacities.get(one) })),
};

let side: ReadSide;
let app: NestFastifyApplication;
let feed: ChangeFeed;
let head: string;

const providers = (): Provider[] => [
  { provide: TrajectoryPages, useValue: new TrajectoryPages(side) },
  { provide: Worklist, useValue: new Worklist(side.database) },
  { provide: ReadGate, useValue: new ReadGate(side.database, feed) },
  { provide: ChangeFeed, useValue: feed },
  { provide: Directory, useValue: directory },
  ...(trajectoryQueries as Type[]),
];

const settings = {
  driver: MercuriusDriver,
  autoSchemaFile: true,
  jit: 1,
  subscription: true,
  context: (): EdgeContext => ({ actor: { id: 'coach', role: 'neighbourhood-coach' }, within: everything, sees: () => true }),
  errorFormatter: (execution: Parameters<typeof errorFormatter>[0]) => errorFormatter(execution),
} as MercuriusDriverConfig;

beforeAll(async () => {
  side = await openReadSide();
  feed = new ChangeFeed(side.url);
  await feed.open();
  await side.write(open);
  head = await side.write(facts);
  await side.runner().catchUp();
  @Module({ imports: [GraphQLModule.forRoot<MercuriusDriverConfig>(settings)], providers: providers() })
  class Service {}
  const module = await Test.createTestingModule({ imports: [Service] }).compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app.close();
  await feed.close();
  await side.close();
});

const ask = async (query: string) => {
  const { body, status } = await request(app.getHttpServer()).post('/graphql').send({ query });
  expect({ status, errors: (body as { errors?: unknown }).errors }).toEqual({ status: 200, errors: undefined });
  return (body as { data: Record<string, unknown> }).data;
};

const OTHERS = `__typename ... on NotFound { code sentence { nl en } } ... on NotYet { code } ... on InvalidInput { code field sentence { nl } }`;
const trajectory = async (args: string, fields = 'status outcome') => (await ask(`{ trajectory(${args}) { ${OTHERS} ... on Trajectory { ${fields} } } }`))['trajectory'];
const timeline = async (args: string) =>
  (await ask(`{ timeline(trajectoryId: "${id}" ${args}) { ${OTHERS} ... on TimelineConnection { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { type happenedOn late sentence { nl } corrected { firstSaidOn } } } } } }`))['timeline'];

interface TimelinePage {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: { readonly type: string; readonly happenedOn: string } }[];
}

describe('the trajectory', () => {
  it('shows amounts as text with a point', async () => {
    expect(await trajectory(`id: "${id}" after: "${head}"`, 'status outcome debtSums { included excluded open paid discharged }')).toEqual({
      ...{ __typename: 'Trajectory', status: 'closed', outcome: 'stable' },
      debtSums: { included: 2, excluded: '390.00', open: '0.00', paid: '900.00', discharged: '3265.27' },
    });
  });

  it('shows every field of the page', async () => {
    const every = `tandem { phase contacts } plan { agreement goals { wish actions { what phase } } versions { version } } stories { text visibleTo }
      lifeAreas { lifeArea score previous { score } } debts { creditor claim settlement { phase paid discharged } balance { phase } } freezes { instrument state until daysLeft }
      threats { threat phase } safetyTasks { phase } buyOuts { method offers { offer answer { phase } } repayment { instalments { number amount amountReceived phase } } outcome { phase } }
      aftercare { current { phase checkIns { number phase wellbeing } relapse { phase } } earlier { phase } } applications { kind outcome } clocks { rule due metOn explanation { nl } limit { n unit } }
      coaches { coachId } conversations { place } inventory { phase } arrangement { phase } protectedAmount { phase } incentives { amount } bottlenecks { rule } needs { domain }`;
    expect(await trajectory(`id: "${id}"`, every)).toMatchObject({
      aftercare: { current: { phase: 'completed', checkIns: [{ phase: 'missed' }, { phase: 'missed' }, { phase: 'held', wellbeing: 7 }] } },
      buyOuts: [{ offers: [{ offer: '615.02' }, { offer: '284.98' }] }],
    });
  });

  it('shows another day, and what was known at another moment', async () => {
    expect(await trajectory(`id: "${id}" asOf: "2024-05-05"`, 'status freezes { state }')).toMatchObject({ status: 'active', freezes: [{ state: 'lifted' }, { state: 'expired' }] });
    const held = 'conversations { on }';
    expect(await trajectory(`id: "${id}"`, held)).toMatchObject({ conversations: [{ on: '2023-12-22' }] });
    expect(await trajectory(`id: "${id}" knownAt: "2025-02-01T11:00:00.000Z"`, held)).toMatchObject({ conversations: [{ on: '2023-12-21' }] });
    expect(await trajectory(`id: "${id}" knownAt: "2025-02-01"`, held)).toMatchObject({ conversations: [{ on: '2023-12-22' }] });
  });

  it.each([
    ['an unknown id', `id: "${trajectoryIdOf('nobody')}"`, { __typename: 'NotFound', code: 'UNKNOWN_TRAJECTORY' }],
    ['a day before it opened', `id: "${id}" asOf: "2020-01-01"`, { __typename: 'NotFound' }],
    ['an id that is none', `id: "1"`, { __typename: 'InvalidInput', code: 'INVALID_INPUT', field: 'id' }],
    ['a day that the calendar does not have', `id: "${id}" asOf: "2024-02-30"`, { __typename: 'InvalidInput', field: 'asOf' }],
    ['a moment that is none', `id: "${id}" knownAt: "yesterday"`, { __typename: 'InvalidInput', field: 'knownAt' }],
    ['a number for a day', `id: "${id}" asOf: 20240101`, { __typename: 'InvalidInput', field: 'asOf' }],
    ['a position with a null byte', `id: "${id}" after: "\\u0000"`, { __typename: 'InvalidInput', field: 'after' }],
  ])('answers %s with a reason', async (_, args, answer) => {
    expect(await trajectory(args)).toMatchObject(answer);
  });

  it('says that it is not there yet, after some patience', async () => {
    expect(await trajectory(`id: "${id}" after: "9999999999999999-00000000"`)).toMatchObject({ __typename: 'NotYet', code: 'READ_MODEL_BEHIND' });
  });
});

describe('the timeline', () => {
  it('pages to the end, by the day on which things happened', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let more = true; more; ) {
      const page = (await timeline(`first: 9 ${cursor}`)) as TimelinePage;
      seen.push(...page.edges.map(({ node }) => node.happenedOn));
      more = page.pageInfo.hasNextPage;
      cursor = `cursor: "${page.pageInfo.endCursor}"`;
    }
    expect(seen).toHaveLength(facts.length);
    expect(seen).toEqual([...seen].sort());
  });

  it('filters by track, law and person', async () => {
    const types = async (args: string) => ((await timeline(args)) as TimelinePage).edges.map(({ node }) => node.type);
    expect(await types('tracks: ["tandem"]')).toEqual(['TandemProposed', 'TandemStarted', 'TandemContactLogged']);
    expect(await types('domains: ["jeugd"]')).toEqual([]);
    expect(await types('person: "expert"')).toEqual(['TandemProposed', 'ActionPlanned']);
  });

  it.each([
    ['tracks: ["money"]', 'tracks'],
    ['domains: ["tax"]', 'domains'],
    ['first: 0', 'first'],
    ['first: 201', 'first'],
    ['cursor: "nonsense"', 'cursor'],
  ])('refuses %s with its field', async (args, field) => {
    expect(await timeline(args)).toMatchObject({ __typename: 'InvalidInput', field });
  });
});

test('the clocks say their rule, the last day and why', async () => {
  const { clocks } = await ask(`{ clocks(trajectoryId: "${id}" asOf: "2024-02-01") { ${OTHERS} ... on Clocks { clocks { rule due metOn article } } } }`);
  const held = expect.objectContaining({ rule: 'wgs-decision', metOn: '2024-01-25' }) as object;
  expect(clocks).toMatchObject({ __typename: 'Clocks', clocks: expect.arrayContaining([held]) as object });
});

describe('the worklist', () => {
  const worklist = async (args: string) =>
    (await ask(`{ worklist(${args}) { ${OTHERS} ... on WorklistConnection { totalCount totals { mine team unassigned all } pageInfo { hasNextPage endCursor } edges { node { itemId kind dueOn state trajectoryId sentence { nl en } } } } } }`))['worklist'];

  interface Shown {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly edges: readonly { readonly node: { readonly kind: string; readonly dueOn: string } }[];
  }

  const oneByOne = async (cursor = '', before: readonly string[] = []): Promise<{ days: readonly string[]; total: number }> => {
    const { totalCount: total, pageInfo, edges } = (await worklist(`first: 1 today: "2024-02-10" ${cursor}`)) as Shown;
    const days = [...before, ...edges.map(({ node }) => `${node.dueOn} ${node.kind}`)];
    return pageInfo.hasNextPage ? oneByOne(`cursor: "${pageInfo.endCursor}"`, days) : { days, total };
  };

  it('shows what is overdue, of today and coming, in the order of days', async () => {
    const page = await worklist(`today: "2024-02-10" horizonDays: 30`);
    expect(page).toMatchObject({ totals: { unassigned: 0 } });
    const { edges } = page as { edges: { node: { state: string; kind: string; dueOn: string; trajectoryId: string } }[] };
    expect(edges.map(({ node }) => node.dueOn)).toEqual(edges.map(({ node }) => node.dueOn).sort());
    expect(edges.map(({ node }) => node)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'action', state: 'today', trajectoryId: trajectoryIdOf('open') }),
        expect.objectContaining({ kind: 'current-costs', state: 'overdue' }),
      ]),
    );
  });

  it('counts every tab, and knows the team by its area', async () => {
    const { totals } = (await worklist(`tab: "team" today: "2024-02-10"`)) as { totals: Record<string, number> };
    expect(totals['team']).toBe(totals['all']);
    expect(await worklist(`tab: "team" areas: ["haren"]`)).toMatchObject({ totalCount: 0, edges: [] });
  });

  it('pages without a double', async () => {
    const first = (await worklist(`first: 2 horizonDays: 400 today: "2024-02-10"`)) as { pageInfo: { endCursor: string }; edges: { node: { itemId: string } }[] };
    const next = (await worklist(`first: 200 horizonDays: 400 today: "2024-02-10" cursor: "${first.pageInfo.endCursor}"`)) as typeof first & { totalCount: number };
    const ids = [...first.edges, ...next.edges].map(({ node }) => node.itemId);
    expect(new Set(ids).size).toBe(next.totalCount);
  });

  it('shows each coach that an expert carries more than agreed, on the day itself, counted and paged with the rest', async () => {
    const of = `kinds: ["expert-over-capacity"] today: "2024-02-10"`;
    capacities.set('expert', 1);
    expect(await worklist(of)).toMatchObject({ totalCount: 0, edges: [] });
    capacities.set('expert', 0);
    const over = { kind: 'expert-over-capacity', dueOn: '2024-02-10', state: 'today', trajectoryId: trajectoryIdOf('open') };
    for (const tab of ['mine', 'team', 'all'])
      expect(await worklist(`tab: "${tab}" ${of}`)).toMatchObject({ totalCount: 1, totals: { mine: 1, team: 1, unassigned: 0, all: 1 }, edges: [{ node: over }] });
    expect(await worklist(`areas: ["haren"] tab: "team" ${of}`)).toMatchObject({ totalCount: 0, edges: [] });
    const { days, total } = await oneByOne();
    expect(days).toHaveLength(total);
    expect(days.filter((day) => day.includes('expert-over-capacity'))).toEqual(['2024-02-10 expert-over-capacity']);
    expect(days.map((day) => day.slice(0, 10))).toEqual(days.map((day) => day.slice(0, 10)).sort());
    capacities.clear();
  });

  it.each([
    ['tab: "yours"', 'tab'],
    ['kinds: ["fun"]', 'kinds'],
    ['today: "2024-02-30"', 'today'],
    ['horizonDays: -1', 'horizonDays'],
    ['cursor: "WyJhIiwiYiJd"', 'cursor'],
  ])('refuses %s with its field', async (args, field) => {
    expect(await worklist(args)).toMatchObject({ __typename: 'InvalidInput', field });
  });
});

test('a change of a trajectory is told to who watches it, and the watching ends at once', async () => {
  const changes = new (trajectoryQueries[2] as new (feed: ChangeFeed) => { trajectoryChanged(id: string, context: object): AsyncIterableIterator<unknown> })(feed);
  const watching = changes.trajectoryChanged(trajectoryIdOf('open'), { actor: { id: 'coach', role: 'neighbourhood-coach' } });
  const first = watching.next();
  const more = historyOf('open', wholeTrajectory('open').slice(0, 21)).slice(20);
  const position = await side.write(more);
  await side.runner().catchUp();
  expect(await first).toEqual({ done: false, value: { trajectoryChanged: { trajectoryId: trajectoryIdOf('open'), position } } });
  const pending = watching.next();
  await watching.return?.();
  expect(await pending).toMatchObject({ done: true });
});
