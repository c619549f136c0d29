import { setTimeout as pause } from 'node:timers/promises';
import { lookAt } from './found.mjs';
import { installedServer, Pair } from './pair.mjs';
import { Stage } from './stage.mjs';

const REST_WITHIN = 180_000;
const PATIENCE = 60_000;
/** Of the log that was lost with the primary. */
const LOST = 40;

const untilAnswered = async ({ clients }, wanted) => {
  const until = Date.now() + PATIENCE;
  while (clients.answered < wanted && Date.now() < until) await pause(20);
  return clients.answered >= wanted;
};

const whereReaders = `select max(position) as head, (select max(left(position, 16)::bigint) from runtime.checkpoints) as readers from log.events`;

/**
 * The primary dies under load and its standby takes over. Synchronous: nothing that was acknowledged is lost. Otherwise the standby is cut off
 * before, so that acknowledged commands are lost for certain: what is to be proven then is that nobody goes on from a place that is not there.
 */
const failOver = async ({ folder, seed, say, bin, synchronous }) => {
  const server = new Pair(folder, bin, { synchronous });
  const stage = new Stage(folder, seed, server);
  try {
    await stage.open({ casework: 2, workers: 1 });
    const { clients } = stage;
    clients.start();
    await untilAnswered(stage, 150);
    let lost = 0;
    if (!synchronous) {
      server.cutOff();
      await untilAnswered(stage, clients.answered + LOST);
    }
    const [before] = (await server.direct((client) => client.query(whereReaders))).rows;
    await server.failOver();
    const [after] = (await server.direct((client) => client.query(whereReaders))).rows;
    lost = Number(before.head) - Number(after.head);
    say(`promoted: the head of the log was at ${before.head}, and is at ${after.head}`);
    const goesOn = await untilAnswered(stage, clients.answered + 150);
    const rested = await stage.comeToRest(REST_WITHIN);
    await stage.closeServices();
    const platform = await stage.platform();
    const { findings, figures } = await lookAt(platform, { operations: clients.operations, prepared: stage.prepared }).finally(() => platform.close());
    findings['commands are answered by the new primary'] = goesOn ? [] : ['fewer than 150 commands were answered in a minute'];
    findings['everything comes to rest once the trouble is over'] = rested ? [] : [`something still waited after ${REST_WITHIN / 1_000} s`];
    return { stage, findings, lost, figures: { ...figures, answered: clients.answered, 'places of the log lost': Math.max(0, lost) } };
  } finally {
    await stage.closeServices().catch(() => undefined);
    await server.stop().catch(() => undefined);
  }
};

const DETECTED = /no event stands at/;
const ACKNOWLEDGED = 'every acknowledged command is in the log once, whole, where its sender was told';

/** Synchronous replication. Undefined where no server is installed that can be copied. */
export const runSynchronous = async (run) => {
  const bin = installedServer();
  if (!bin) return undefined;
  const { stage, findings, figures } = await failOver({ ...run, bin, synchronous: true });
  findings['no service dies by itself, or says what no fault excuses'] = stage.complaints;
  return { findings, figures, excused: stage.excused };
};

/** Asynchronous replication: what was lost is lost, and nobody goes on as if it were not. */
export const runAsynchronous = async (run) => {
  const bin = installedServer();
  if (!bin) return undefined;
  const { stage, findings, lost, figures } = await failOver({ ...run, bin, synchronous: false });
  const missing = findings[ACKNOWLEDGED];
  delete findings[ACKNOWLEDGED];
  const said = stage.complaints.filter((line) => DETECTED.test(line));
  findings['acknowledged commands were lost with the primary, or this proves nothing'] = lost > 0 && missing.length > 0 ? [] : [`${lost} places and ${missing.length} answers were lost`];
  findings['readers that stood behind the end of the new log said so'] = said.length > 0 ? [] : ['nobody said that no event stands at a cursor'];
  findings['no service dies by itself, or says anything else that no fault excuses'] = stage.complaints.filter((line) => !DETECTED.test(line));
  return { findings, figures, excused: stage.excused };
};
