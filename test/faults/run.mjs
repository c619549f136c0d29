#!/usr/bin/env node
// `npm run test:faults`: the platform under trouble of every kind, and a look at what is left of it. Prints `N passed, N failed`.
// `--seed N` replays a run, `--faults N` and `--runs N` say how much of it, `--verbose` tells each fault as it comes;
// `--small` has one service of each kind, `--as-built` takes the build as it is.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureInstalled } from '../../infra/ready.mjs';

const flag = { type: 'boolean', default: false };
const number = (usual) => ({ type: 'string', default: usual });
const { values } = parseArgs({ options: { seed: { type: 'string' }, faults: number('200'), runs: number('1'), verbose: flag, small: flag, 'as-built': flag } });
if (!values['as-built']) {
  ensureInstalled();
  ensureBuilt();
}
const { runFaults } = await import('./run-faults.mjs');

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

for (let seed = first; seed < first + Number(values.runs); seed += 1) {
  const folder = mkdtempSync(join(tmpdir(), 'perspectief-faults-'));
  const began = Date.now();
  console.log(`\nSeed ${seed}: ${count} faults`);
  const before = failed;
  try {
    const { findings, tally, excused, figures } = await runFaults({ folder, seed, count, say: values.verbose ? console.log : undefined, ...(values.small ? { casework: 1, workers: 1 } : {}) });
    console.log([...tally].map(([name, times]) => `${times} × ${name}`).join(', '));
    console.log(Object.entries(figures).map(([name, figure]) => `${figure.toLocaleString('en')} ${name}`).join(', '));
    if (values.verbose) console.log(`excused: ${[...excused].map(([what, times]) => `${times} × ${what}`).join(', ')}`);
    tellFindings(findings);
  } catch (error) {
    failed += 1;
    console.log(`FAIL the run came to its end\n${error.stack}`);
  }
  console.log(`${Math.round((Date.now() - began) / 1_000)} s`);
  if (failed > before) console.log(`Again: npm run test:faults -- --seed ${seed} --faults ${count}; its server is left in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
