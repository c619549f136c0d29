#!/usr/bin/env node
// `npm run test:faults`: the platform under trouble of every kind, and a look at what is left of it. Prints `N passed, N failed`.
// `--seed N` replays a run, `--faults N` and `--runs N` say how much of it, `--verbose` tells each fault as it comes;
// `--small` has one service of each kind, `--as-built` takes the build as it is. Named, other trouble comes: `full-disk`, `standby` (a synchronous
// one takes over), `lagging-standby` (one that has not all takes over).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureInstalled } from '../../infra/ready.mjs';

const flag = { type: 'boolean', default: false };
const number = (usual) => ({ type: 'string', default: usual });
const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' }, faults: number('200'), runs: number('1'), verbose: flag, small: flag, 'as-built': flag } });
if (!values['as-built']) {
  ensureInstalled();
  ensureBuilt();
}
const { runFaults } = await import('./run-faults.mjs');
const { runFullDisk } = await import('./full-disk.mjs');
const { runAsynchronous, runSynchronous } = await import('./standby.mjs');

const NAMED = { 'full-disk': runFullDisk, standby: runSynchronous, 'lagging-standby': runAsynchronous };
const unknown = positionals.filter((name) => !(name in NAMED));
if (unknown.length > 0) {
  console.error(`No trouble is called ${unknown.join(', ')}; there are: ${Object.keys(NAMED).join(', ')}`);
  process.exit(2);
}

const first = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);
const count = Number(values.faults);
/** Of one kind no more than these are told. */
const TOLD = 5;
let [passed, failed] = [0, 0];

const tellFindings = (findings) => {
  for (const [proof, wrong] of Object.entries(findings)) {
    if (wrong.length === 0) passed += 1;
    else failed += 1;
    console.log(`${wrong.length === 0 ? 'ok  ' : 'FAIL'} ${proof}`);
    for (const sentence of wrong.slice(0, TOLD)) console.log(`       ${sentence}`);
    if (wrong.length > TOLD) console.log(`       and ${wrong.length - TOLD} more`);
  }
};

const tell = ({ findings, tally, excused, figures }) => {
  if (tally) console.log([...tally].map(([fault, times]) => `${times} × ${fault}`).join(', '));
  console.log(Object.entries(figures).map(([figure, much]) => `${much.toLocaleString('en')} ${figure}`).join(', '));
  if (values.verbose) console.log(`excused: ${[...excused].map(([what, times]) => `${times} × ${what}`).join(', ')}`);
  tellFindings(findings);
};

const once = async (name, seed, work) => {
  const folder = mkdtempSync(join(tmpdir(), 'perspectief-faults-'));
  const began = Date.now();
  console.log(`\nSeed ${seed}: ${name ?? `${count} faults`}`);
  const before = failed;
  try {
    const result = await work({ folder, seed, count, say: values.verbose ? console.log : () => undefined, ...(values.small ? { casework: 1, workers: 1 } : {}) });
    if (result) tell(result);
    else console.log('did not run here: it takes Linux, root, and an installed PostgreSQL for a standby');
  } catch (error) {
    failed += 1;
    console.log(`FAIL the run came to its end\n${error.stack}`);
  }
  console.log(`${Math.round((Date.now() - began) / 1_000)} s`);
  if (failed > before) console.log(`Again: npm run test:faults -- ${name ?? `--faults ${count}`} --seed ${seed}; its server is left in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
};

for (let seed = first; seed < first + Number(values.runs); seed += 1) {
  if (positionals.length === 0) await once(undefined, seed, runFaults);
  for (const name of positionals) await once(name, seed, NAMED[name]);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
