import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openPlatform } from '@perspectief/assembly';
import { ENVIRONMENT, keysInMemory, readKeyRing } from '@perspectief/privacy';
import { StandingClock } from '@perspectief/runtime';
import { rollOf } from '../../apps/cli/dist/demo/roll.js';
import { Clients } from './clients.mjs';
import { SEEN } from './probe.mjs';
import { Wire } from './proxy.mjs';
import { ServerUnderTest } from './server.mjs';
import { Service } from './services.mjs';
import { prepare, STARTS_AT } from './traffic.mjs';

/** Made-up households have made-up keys. */
const MASTER_KEYS = `faults:${Buffer.alloc(32, 3).toString('base64')}`;
const CLIENTS = 8;

/** Read models, policies, clients and their server, and everything that can happen to them. */
export class Stage {
  casework = [];
  workers = [];
  healing = new Set();
  /** What was said that nobody should say; each is a finding. */
  complaints = [];
  /** How often each complaint came that a fault excuses. */
  excused = new Map();

  constructor(folder, seed, server = new ServerUnderTest(folder)) {
    this.seed = seed;
    this.server = server;
  }

  /** `beside`: an earlier version of the project, of which one service of each kind is there first. */
  async open({ casework, workers, beside, partitions = '2' }) {
    await this.server.start();
    this.partitions = partitions;
    if (beside) await this.#openEarlier(beside);
    await this.#setUp();
    for (let n = 1; n <= casework; n += 1) this.casework.push(await this.#service(`casework ${n}`, 'casework'));
    for (let n = 1; n <= workers; n += 1) this.workers.push(await this.#service(`worker ${n}`, 'worker'));
    await this.#allReady();
    this.clients = new Clients({ seed: this.seed, count: CLIENTS, services: this.casework, roll: rollOf(this.seed, 77), tell: (what) => this.tell(what) });
  }

  get services() {
    return [...this.casework, ...this.workers];
  }

  /** Without a wire between: for what looks, and for what is prepared. */
  platform() {
    return openPlatform({ databaseUrl: this.server.url, keys: keysInMemory(readKeyRing(MASTER_KEYS)), clock: new StandingClock(STARTS_AT), poolSize: 4, complain: () => undefined });
  }

  async #setUp() {
    const platform = await this.platform();
    for (const table of SEEN) await platform.database.query(table);
    this.prepared = await prepare(platform, this.seed);
    this.projections = (await platform.projections.status()).map(({ name }) => name);
    await platform.close();
  }

  async #openEarlier(home) {
    this.casework.push(await this.#service('earlier casework', 'casework', home));
    this.workers.push(await this.#service('earlier worker', 'worker', home));
    await this.#allReady();
  }

  async #allReady() {
    const until = Date.now() + 60_000;
    for (const service of this.services) if (!(await service.untilReady(until))) throw new Error(`${service.name} does not start`);
  }

  answeredBy(name) {
    return this.services.find((service) => service.name === name).answered;
  }

  /** Those whose names begin so are asked to go, and do not come back. */
  async leave(name) {
    const going = this.services.filter((service) => service.name.startsWith(name));
    for (const kind of [this.casework, this.workers]) kind.splice(0, kind.length, ...kind.filter((service) => !going.includes(service)));
    await Promise.all(going.map((service) => service.stop()));
    await Promise.all(going.map(({ wire }) => wire.close()));
  }

  async #service(name, role, home) {
    const wire = await new Wire(() => this.server.port).open();
    const url = new URL(this.server.url);
    url.port = String(wire.port);
    const env = { ...process.env, DATABASE_URL: url.href, [ENVIRONMENT]: MASTER_KEYS, PROJECTION_PARTITIONS: this.partitions };
    const service = new Service({ name, role, wire, env, home, startsAt: STARTS_AT, tell: (what) => this.tell(what) });
    service.start();
    return service;
  }

  async rebuild(name) {
    const platform = await this.platform();
    await platform.projections.rebuild(name).finally(() => platform.close());
  }

  /** To the version that was read before, where there is one. */
  async switchBack(name) {
    const platform = await this.platform();
    const kept = (await platform.projections.status()).find((one) => one.name === name)?.beside?.state === 'kept';
    await (kept ? platform.projections.switchBack(name) : platform.projections.rebuild(name)).finally(() => platform.close());
  }

  /** In a process that dies after so long; what it has built stays, and the next who rebuilds goes on with it. */
  rebuildAndDie(name, ms) {
    const child = fork(join(import.meta.dirname, 'rebuild.mjs'), [name, STARTS_AT], { env: { ...process.env, DATABASE_URL: this.server.url, [ENVIRONMENT]: MASTER_KEYS }, stdio: 'ignore', execArgv: [] });
    setTimeout(() => child.kill('SIGKILL'), ms).unref();
    return new Promise((resolve) => child.once('exit', resolve));
  }

  tell({ complaint, death, name, says, stack, service }) {
    const line = `${service}: ${death ?? complaint} (${name ?? 'exit'}: ${says})`;
    if (death || isFault({ name, stack })) this.complaints.push(`${line}${stack ? `\n${stack}` : ''}`);
    else this.excused.set(`${complaint}: ${name}`, (this.excused.get(`${complaint}: ${name}`) ?? 0) + 1);
  }

  /** Everything is whole again, and everybody has had the answers. False: it did not come to rest in time. */
  async comeToRest(within) {
    const until = Date.now() + within;
    await Promise.allSettled(this.healing);
    for (const { wire } of this.services) {
      wire.slow(0);
      wire.refuse(false);
    }
    for (const service of this.services) await service.untilReady(until);
    const finished = await Promise.race([this.clients.finish().then(() => true), pause(until - Date.now(), false, { ref: false })]);
    return finished && (await this.#readersAtRest(until));
  }

  /** No reaction waits, and every reader is at the head of the log: twice in a row, for a reaction writes again. */
  async #readersAtRest(until) {
    let still = 0;
    while (Date.now() < until) {
      const [{ busy }] = await this.server.direct(async (client) => (await client.query(`select (select count(*) from runtime.reactions where state = 'pending')
        + (select count(*) from runtime.checkpoints where left(position, 16)::bigint is distinct from (select max(position) from log.events)) as busy`)).rows);
      still = busy === '0' ? still + 1 : 0;
      if (still === 3) return true;
      await pause(300);
    }
    return false;
  }

  async closeServices() {
    await Promise.all(this.services.map((service) => service.stop()));
    await Promise.all(this.services.map(({ wire }) => wire.close()));
  }
}

const BUGS = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'Corrupt', 'Unstorable', 'NewerProjection', 'AssertionError', 'PoisonInRebuild', 'NothingToSwitchTo']);
const isFault = ({ name }) => BUGS.has(name) || /told as INTERNAL$/.test(name);
