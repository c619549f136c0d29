import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lookAt } from './found.mjs';
import { ServerUnderTest } from './server.mjs';
import { Stage } from './stage.mjs';

const TIMES = 4;
const FULL_FOR = 4_000;
const PATIENCE = 60_000;
const REST_WITHIN = 180_000;
/** Small pieces of write-ahead log, so that a small disk holds a server. */
const FRUGAL = { initFlags: ['--no-sync', '--wal-segsize=1'], settings: { max_connections: '60', min_wal_size: '2MB', max_wal_size: '8MB', shared_buffers: '16MB' } };

/** A disk of 96 MB in memory; undefined where none can be made: that takes Linux and root. */
const smallDisk = (at) => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  // The server runs as another user, who has to pass.
  chmodSync(dirname(at), 0o711);
  mkdirSync(at);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', at]).status !== 0) return undefined;
  const filler = join(at, 'filler');
  return {
    /** Not a byte is left. */
    fill: () => {
      const file = openSync(filler, 'a');
      try {
        for (let size = 1 << 20; size >= 1; ) {
          try {
            writeSync(file, Buffer.alloc(size));
          } catch (error) {
            if (error.code !== 'ENOSPC') throw error;
            size >>= 1;
          }
        }
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler, { force: true }),
    remove: () => spawnSync('umount', ['--lazy', at]),
  };
};

/** A server whose write-ahead log found no room ends; once there is room, whoever freed it starts it again, as a supervisor does. */
const untilAnswered = async ({ clients, server }, wanted, onStart = () => undefined) => {
  const until = Date.now() + PATIENCE;
  while (clients.answered < wanted && Date.now() < until) {
    if (!server.runs) {
      await server.start();
      onStart();
    }
    await pause(50);
  }
  return clients.answered >= wanted;
};

const toldDuring = async (clients, work) => {
  const before = clients.told.get('UNAVAILABLE') ?? 0;
  await work();
  return (clients.told.get('UNAVAILABLE') ?? 0) - before;
};

/** The disk of the server runs full under load, stays so, and is freed: again and again. Undefined where no small disk can be made. */
export const runFullDisk = async ({ folder, seed, say }) => {
  const at = join(folder, 'disk');
  const disk = smallDisk(at);
  if (!disk) return undefined;
  const server = new ServerUnderTest(at, FRUGAL);
  const stage = new Stage(folder, seed, server);
  const [silent, stuck] = [[], []];
  let stopped = 0;
  try {
    await stage.open({ casework: 2, workers: 1 });
    const { clients } = stage;
    clients.start();
    for (let time = 1; time <= TIMES; time += 1) {
      await untilAnswered(stage, clients.answered + 60);
      const told = await toldDuring(clients, async () => {
        disk.fill();
        await pause(FULL_FOR);
      });
      if (told === 0) silent.push(`the disk was full for ${FULL_FOR / 1_000} s, and nobody was told UNAVAILABLE`);
      disk.free();
      if (!(await untilAnswered(stage, clients.answered + 20, () => (stopped += 1)))) stuck.push(`time ${time}: a minute after there was room again, fewer than twenty commands were answered`);
      say(`full for ${FULL_FOR / 1_000} s: UNAVAILABLE was told ${told} times; ${clients.answered} answered by now`);
    }
    const rested = await stage.comeToRest(REST_WITHIN);
    await stage.closeServices();
    const platform = await stage.platform();
    const { findings, figures } = await lookAt(platform, { operations: clients.operations, prepared: stage.prepared }).finally(() => platform.close());
    findings['while the disk is full, senders are told UNAVAILABLE'] = silent;
    findings['when there is room again, commands are answered'] = stuck;
    findings['everything comes to rest once the trouble is over'] = rested ? [] : [`something still waited after ${REST_WITHIN / 1_000} s`];
    findings['no service dies by itself, or says what no fault excuses'] = stage.complaints;
    return { findings, excused: stage.excused, figures: { ...figures, answered: clients.answered, 'stops of the server': stopped, ...Object.fromEntries(clients.told) } };
  } finally {
    disk.free();
    await stage.closeServices().catch(() => undefined);
    await server.stop().catch(() => undefined);
    disk.remove();
  }
};
