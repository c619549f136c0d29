#!/usr/bin/env node
// `npm run test:upgrade [-- REF]`: an earlier version and this one on one database, with traffic through both, as in a roll-out: the earlier one
// runs, this one migrates beside it, both serve, the earlier one goes. Prints `N passed, N failed`.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureBuilt, ensureInstalled } from '../../infra/ready.mjs';
import { earlierTree, earlierVersion } from './earlier-tree.mjs';

ensureInstalled();
ensureBuilt();
const { lookAt } = await import('../faults/found.mjs');
const { Stage } = await import('../faults/stage.mjs');

const SEED = 5;
const TOGETHER = 300;
const AFTER = 100;
const PATIENCE = 120_000;

const untilAnswered = async (clients, wanted) => {
  const until = Date.now() + PATIENCE;
  while (clients.answered < wanted && Date.now() < until) await pause(20);
  return clients.answered >= wanted ? [] : [`${clients.answered} of ${wanted} commands were answered in ${PATIENCE / 1_000} s`];
};

/** A projection that this version makes anew is this version's alone: the earlier one says so, and leaves it. */
const ofTheEarlier = (line) => /^earlier/.test(line) && /NewerProjection/.test(line);

/** An earlier version may know of no partitions: then they come once nobody runs it. */
const partitionsOf = (home) => (existsSync(join(home, 'libs/runtime/src/projection/partitions')) ? '2' : '');

const rollOut = async (home, folder) => {
  const stage = new Stage(folder, SEED);
  try {
    await stage.open({ casework: 1, workers: 1, beside: home, partitions: partitionsOf(home) });
    const { clients } = stage;
    clients.start();
    const together = await untilAnswered(clients, TOGETHER);
    const byEarlier = stage.answeredBy('earlier casework');
    await stage.leave('earlier');
    const after = await untilAnswered(clients, clients.answered + AFTER);
    const rested = await stage.comeToRest(PATIENCE);
    await stage.closeServices();
    const platform = await stage.platform();
    const { findings, figures } = await lookAt(platform, { operations: clients.operations, prepared: stage.prepared }).finally(() => platform.close());
    findings['both answer while they run side by side'] = [...together, ...(byEarlier > 0 && byEarlier < TOGETHER ? [] : [`the earlier version answered ${byEarlier} of ${TOGETHER}`])];
    findings['this version goes on alone'] = after;
    findings['everything comes to rest'] = rested ? [] : ['something still waited'];
    findings['no service dies by itself, or says what it should not'] = stage.complaints.filter((line) => !ofTheEarlier(line));
    return { findings, figures: { ...figures, answered: clients.answered, 'answered by the earlier version': byEarlier } };
  } finally {
    await stage.closeServices().catch(() => undefined);
    await stage.server.stop().catch(() => undefined);
  }
};

const ref = process.argv[2] ?? earlierVersion();
console.log(`${ref} and this version on one database`);
const tree = earlierTree(ref);
const folder = mkdtempSync(join(tmpdir(), 'perspectief-upgrade-'));
let failed = 0;
try {
  const { findings, figures } = await rollOut(tree.folder, folder);
  console.log(Object.entries(figures).map(([name, figure]) => `${figure.toLocaleString('en')} ${name}`).join(', '));
  for (const [proof, wrong] of Object.entries(findings)) {
    console.log(`${wrong.length === 0 ? 'ok  ' : 'FAIL'} ${proof}`);
    for (const sentence of wrong.slice(0, 5)) console.log(`       ${sentence}`);
    failed += wrong.length > 0 ? 1 : 0;
  }
  console.log(`\n${Object.keys(findings).length - failed} passed, ${failed} failed`);
} finally {
  tree.remove();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed > 0 ? 1 : 0);
