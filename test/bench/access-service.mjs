// A service in a process of its own, for access-cost.mjs: `guarded` as people use it; `anew`: that, and no answer is kept, so that every page is made; or `bare`: the same resolvers, read models and
// decisions, with nobody asked who he is, nothing left out, no look written and no text sealed; or `row`: that, and one row kept beside
// each answer, written while the answer is made.
import { randomBytes } from 'node:crypto';
import { CqrsModule } from '@nestjs/cqrs';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver } from '@nestjs/mercurius';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import pg from 'pg';
import { CaseworkModule, createCasework } from '../../apps/casework/dist/index.js';
import { openPlatform } from '../../libs/assembly/dist/index.js';
import { householdOwner } from '../../libs/contexts/household/api/dist/index.js';
import { trajectoryOwner } from '../../libs/contexts/trajectory/api/dist/index.js';
import { deriveId } from '../../libs/kernel/dist/index.js';
import { throwAwayKeys } from '../../libs/privacy/dist/index.js';
import { CommandPath, wallClock } from '../../libs/runtime/dist/index.js';
import { testIssuer } from '../../libs/access/sign-in/dist/testing/index.js';
import { Sessions } from '../../libs/access/sign-in/dist/sessions.js';

const [, , kind, databaseUrl, files] = process.argv;
const coach = { id: 'coach-1', role: 'neighbourhood-coach' };

const plainPath = ({ store, directory }) =>
  new CommandPath(store, [householdOwner(), trajectoryOwner({ people: (ids) => directory.find(ids), runningTandems: async () => 0 })], wallClock);

const does = async (path, type, data, day) => {
  const answer = await path.handle({ type, data, commandId: deriveId('access cost', type, JSON.stringify(data)), happenedOn: `2025-${day}T10:00`, actor: coach });
  if ('refused' in answer) throw new Error(`${type}: ${answer.refused.code} ${answer.refused.field ?? ''}`);
};

/** A household with debts, a plan and the contacts of some months, written through the command path: sealed where that seals. */
const begin = async (path, n) => {
  const id = (...parts) => deriveId('access cost', n, ...parts);
  const [householdId, trajectoryId] = [id('household'), id('trajectory')];
  await does(path, 'RegisterHousehold', { householdId, municipality: 'groningen', area: 'beijum', name: `Gezin ${n}`, address: `Voorbeeldstraat ${n}, Groningen` }, '01-02');
  for (let m = 0; m < 3; m += 1) await does(path, 'AddMember', { householdId, memberId: id('member', m), role: m ? 'child' : 'adult', name: `Lid ${m}`, birthDate: '1987-05-03', from: '2025-01-01' }, '01-02');
  await does(path, 'OpenTrajectory', { trajectoryId, householdId, area: 'beijum', source: 'self' }, '01-03');
  await does(path, 'AssignCoach', { trajectoryId, coachId: coach.id }, '01-03');
  await does(path, 'ReceiveApplication', { trajectoryId, applicationId: id('application'), law: 'schuldhulp', kind: 'debt-help' }, '01-03');
  await does(path, 'HoldFirstConversation', { trajectoryId, place: 'home' }, '01-04');
  for (let d = 0; d < 5; d += 1) await does(path, 'RegisterDebt', { trajectoryId, debtId: id('debt', d), creditor: `schuldeiser ${d}`, claim: `${1_000 + d}.00`, rank: 'concurrent', treatment: 'included', kind: 'other' }, '01-05');
  for (let g = 0; g < 3; g += 1) await does(path, 'SetGoal', { trajectoryId, goalId: id('goal', g), wish: 'Weer rustig slapen en de post durven openen', lifeArea: 'finances', targetDate: '2025-12-01' }, '01-05');
  for (let c = 0; c < 30; c += 1) await does(path, 'LogContact', { trajectoryId, contactId: id('contact', c), kind: 'call', reached: c % 3 > 0, note: 'Gebeld over de brief van de woningcorporatie; afspraak gemaakt.' }, '02-10');
  return trajectoryId;
};

/** Each answer waits until a row of the size of a look is kept, as surely as looks are: what no log that is written before the answer can be cheaper than. */
const withOneRow = async (fastify, pool) => {
  await pool.query('create table bench_looks (id bigint generated always as identity, at timestamptz default clock_timestamp(), person text, role text, purpose text, household uuid, what text)');
  const insert = (household) => pool.query({ name: 'look', text: 'insert into bench_looks (person, role, purpose, household, what) values ($1, $2, $3, $4, $5)', values: [coach.id, coach.role, 'casework', household, 'query trajectory'] });
  const written = new WeakMap();
  fastify.addHook('onRequest', async (request) => void written.set(request.raw, insert(deriveId('access cost', 'household'))));
  fastify.addHook('onSend', async (request, _, payload) => (await written.get(request.raw), payload));
};

const bareApp = async (platform, path) => {
  const { module, controllers, providers } = CaseworkModule.of({ platform, production: true, signIn: {} }, undefined);
  const graphql = GraphQLModule.forRoot({ driver: MercuriusDriver, autoSchemaFile: true, sortSchema: true, jit: 1, graphiql: false, context: () => ({ actor: coach }) });
  const own = providers.map((provider) => (provider.provide === CommandPath ? { provide: CommandPath, useValue: path } : provider));
  const app = await NestFactory.create({ module, controllers, providers: own, imports: [CqrsModule.forRoot(), graphql] }, new FastifyAdapter(), { logger: false });
  const looks = kind === 'row' ? new pg.Pool({ connectionString: databaseUrl, max: 8, options: '-c synchronous_commit=off' }) : undefined;
  if (looks) await withOneRow(app.getHttpAdapter().getInstance(), looks);
  await app.init();
  return { app, ways: { bare: {} }, close: () => looks?.end() };
};

const guardedApp = async (platform) => {
  const issuer = await testIssuer();
  const many = Number.MAX_SAFE_INTEGER;
  const signIn = { issuer: issuer.settings, publicUrl: () => 'http://127.0.0.1' };
  const app = await createCasework({ platform, signIn, production: true, rateLimits: { perPerson: many, perAddress: many } });
  const session = await new Sessions(platform.database, Date.now).begin(coach.id, [coach.role], randomBytes(8).toString('hex'));
  return {
    app,
    ways: { token: { authorization: `Bearer ${await issuer.tokenFor(coach)}` }, session: { cookie: `perspectief=${session}`, 'sec-fetch-site': 'same-origin' } },
  };
};

const platform = await openPlatform({ databaseUrl, keys: throwAwayKeys(), ...(kind === 'anew' && { mostKept: 0 }) });
const isGuarded = kind === 'guarded' || kind === 'anew';
await platform.directory.put({ ...coach, municipality: 'groningen', name: 'Coach 1', area: 'beijum' });
const path = isGuarded ? platform.path : plainPath(platform);
// Each way in has files of its own: what one writes makes no page or command of another heavier.
const trajectoryIds = await Promise.all(Array.from({ length: Number(files) * (isGuarded ? 2 : 1) }, (_, n) => begin(path, n)));
await platform.projections.catchUp();
await platform.database.query('analyze');
const { app, ways, close } = await (isGuarded ? guardedApp(platform) : bareApp(platform, path));
await app.listen(0, '127.0.0.1');
process.on('message', async () => {
  await app.close();
  await close?.();
  await platform.close();
  process.exit(0);
});
process.send({ port: app.getHttpServer().address().port, trajectoryIds, ways });
