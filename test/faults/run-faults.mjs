import { setTimeout as pause } from 'node:timers/promises';
import { rollOf } from '../../apps/cli/dist/demo/roll.js';
import { chooseFault } from './faults.mjs';
import { lookAt } from './found.mjs';
import { Stage } from './stage.mjs';

/** Without any answer for so long the next fault comes anyway. */
const STANDSTILL = 2_500;
const REST_WITHIN = 180_000;

/** Faults come by what was answered, not by the hour: the same seed gives the same faults at the same distance. */
const untilAnswered = async (clients, wanted) => {
  const until = Date.now() + STANDSTILL;
  while (clients.answered < wanted && Date.now() < until) await pause(10);
};

const strikeAll = async (stage, roll, count, say) => {
  const tally = new Map();
  for (let n = 1; n <= count; n += 1) {
    await untilAnswered(stage.clients, stage.clients.answered + roll.between(2, 14));
    const fault = chooseFault(roll);
    const own = rollOf(stage.seed, 1_000 + n);
    const what = await fault.strike(stage, own).catch((error) => `did not come through: ${error.message}`);
    tally.set(fault.name, (tally.get(fault.name) ?? 0) + 1);
    say(`${String(n).padStart(4)}  ${fault.name}${what ? `: ${what}` : ''}  (${stage.clients.answered} answered)`);
  }
  return tally;
};

/** One run: trouble, rest, and a look at everything. Answers what was found, by what was to be proven. */
export const runFaults = async ({ folder, seed, count, casework = 2, workers = 2, say = () => undefined }) => {
  const stage = new Stage(folder, seed);
  try {
    await stage.open({ casework, workers });
    stage.clients.start();
    const tally = await strikeAll(stage, rollOf(seed, 7), count, say);
    const rested = await stage.comeToRest(REST_WITHIN);
    say(rested ? 'at rest' : 'did not come to rest');
    await stage.closeServices();
    const platform = await stage.platform();
    const { findings, figures } = await lookAt(platform, { operations: stage.clients.operations, prepared: stage.prepared }).finally(() => platform.close());
    findings['everything comes to rest once the trouble is over'] = rested ? [] : [`something still waited after ${REST_WITHIN / 1_000} s`];
    findings['no service dies by itself, or says what no fault excuses'] = stage.complaints;
    const { operations, answered, resent, duplicated } = stage.clients;
    return { findings, tally, excused: stage.excused, figures: { ...figures, commands: operations.length, answered, tries: operations.reduce((sum, { tries }) => sum + tries, 0), resent, duplicated } };
  } finally {
    await stage.closeServices().catch(() => undefined);
    await stage.server.stop().catch(() => undefined);
  }
};
