import { setTimeout as pause } from 'node:timers/promises';
import { aSlowAppend } from './slow-append.mjs';

const HOUR = 3_600_000;

const anyOf = (roll, stage) => roll.pick([...stage.casework, ...stage.workers]);

/** For a while, and then no more; the run waits for the end of it before it looks. */
const forAWhile = (stage, ms, end) => {
  stage.healing.add(
    (async () => {
      await pause(ms);
      await end();
    })(),
  );
};

/** Beside all other trouble; what that does to it is excused. */
const inTheBackground = (stage, name, work) => {
  stage.healing.add(work(name).catch((error) => stage.tell({ complaint: `rebuild of ${name} ended`, name: error.name, says: error.message, service: 'rebuild' })));
  return name;
};

const onWire = (does, name) => async (stage, roll) => {
  const { wire, name: whose } = anyOf(roll, stage);
  await does(wire, stage, roll);
  return `${name} of ${whose}`;
};

/** Each is one kind of trouble: how often it comes, and what it does. Answers what it did in words. */
export const faults = [
  { name: 'kill -9 of a service', weight: 12, strike: async (stage, roll) => {
    const service = anyOf(roll, stage);
    service.kill();
    return service.name;
  } },
  { name: 'restart of a service', weight: 4, strike: async (stage, roll) => {
    const service = anyOf(roll, stage);
    service.leave();
    return service.name;
  } },
  { name: 'a service sleeps and wakes', weight: 7, strike: async (stage, roll) => {
    const service = anyOf(roll, stage);
    const ms = roll.between(200, 2_500);
    forAWhile(stage, ms, service.sleep());
    return `${service.name} for ${ms} ms`;
  } },
  { name: 'kill -9 of the server', weight: 4, strike: async ({ server }) => {
    await server.kill();
    return '';
  } },
  { name: 'kill -9 of a process of the server', weight: 5, strike: async ({ server }, roll) => {
    await server.killBackend((rows) => roll.pick(rows));
    return '';
  } },
  { name: 'sessions ended by the server', weight: 9, strike: async ({ server }, roll) => {
    const share = roll.between(1, 10) / 10;
    await server.direct((client) =>
      client.query(`select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() and (hashint4(pid) & 1023) < $1::numeric * 1024`, [share]));
    return `${share * 100} %`;
  } },
  { name: 'statements cancelled', weight: 5, strike: async ({ server }) => {
    await server.direct((client) => client.query(`select pg_cancel_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() and state = 'active'`));
    return '';
  } },
  { name: 'rollback of an append', weight: 10, strike: async (stage, roll) => {
    const ms = roll.between(5, 400);
    aSlowAppend(stage, ms, 'rollback');
    return `after ${ms} ms`;
  } },
  { name: 'an append that takes long', weight: 10, strike: async (stage, roll) => {
    const ms = roll.between(50, 1_500);
    aSlowAppend(stage, ms, 'commit');
    return `${ms} ms`;
  } },
  { name: 'connections cut', weight: 10, strike: onWire((wire) => wire.cut(), 'wire') },
  { name: 'answers lost', weight: 12, strike: onWire((wire) => wire.swallow(), 'wire') },
  { name: 'server out of reach', weight: 5, strike: onWire((wire, stage, roll) => {
    wire.refuse(true);
    forAWhile(stage, roll.between(100, 1_500), () => wire.refuse(false));
  }, 'wire') },
  { name: 'a dead wire', weight: 4, strike: onWire((wire, stage, roll) => {
    wire.silence();
    forAWhile(stage, roll.between(300, 2_000), () => wire.cut());
  }, 'wire') },
  { name: 'a slow wire', weight: 5, strike: onWire((wire, stage, roll) => {
    wire.slow(roll.between(5, 60));
    forAWhile(stage, roll.between(300, 2_000), () => wire.slow(0));
  }, 'wire') },
  { name: 'a slow disk', weight: 4, strike: async (stage, roll) => {
    const set = (sql) => stage.server.direct(async (client) => {
      for (const one of sql) await client.query(one);
      await client.query('select pg_reload_conf()');
    });
    const microseconds = roll.between(10, 100) * 1_000;
    await set([`alter system set commit_delay = ${microseconds}`, 'alter system set commit_siblings = 0']);
    forAWhile(stage, roll.between(500, 2_000), () => set(['alter system reset commit_delay', 'alter system reset commit_siblings']).catch(() => undefined));
    return `${microseconds / 1_000} ms at each commit`;
  } },
  { name: 'a clock jumps', weight: 9, strike: async (stage, roll) => {
    const service = anyOf(roll, stage);
    const hours = roll.chance(0.4) ? -roll.between(1, 48) : roll.between(1, 24 * 60);
    service.jump(hours * HOUR);
    return `${service.name} to ${hours} hours from now`;
  } },
  { name: 'commands delivered late', weight: 8, strike: async (stage, roll) => {
    const all = stage.clients.operations;
    const some = Array.from({ length: roll.between(1, 12) }, () => all[roll.between(0, Math.max(0, all.length - 1))]).filter(Boolean);
    stage.healing.add(stage.clients.sendAgain(some));
    return `${some.length} of before`;
  } },
  { name: 'a read model rebuilt', weight: 3, strike: async (stage, roll) => inTheBackground(stage, roll.pick(stage.projections), (name) => stage.rebuild(name)) },
  { name: 'a rebuild killed', weight: 3, strike: async (stage, roll) => {
    const ms = roll.between(300, 3_000);
    return `${inTheBackground(stage, roll.pick(stage.projections), (name) => stage.rebuildAndDie(name, ms))} after ${ms} ms`;
  } },
  { name: 'back to the former version of a read model', weight: 2, strike: async (stage, roll) => inTheBackground(stage, roll.pick(stage.projections), (name) => stage.switchBack(name)) },
  { name: 'a backup', weight: 2, strike: async ({ server }) => {
    await server.backup();
    return '';
  } },
  { name: 'the folder of the server lost, and restored from backup', weight: 2, strike: async ({ server }) => {
    if (!server.latest) await server.backup();
    await server.restore();
    return '';
  } },
];

const all = faults.reduce((sum, { weight }) => sum + weight, 0);

export const chooseFault = (roll) => {
  let rest = roll.next() * all;
  return faults.find(({ weight }) => (rest -= weight) < 0) ?? faults[0];
};
