#!/usr/bin/env node
// `npm run model`: the model checker Spin goes through every order of steps of the fence, and through every fence with one step wrong.
// Prints `N passed, N failed`. Where Spin (Debian: apt-get install spin) or a C compiler is missing it says so, and passes nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mutants, proofs } from './mutants.mjs';

const model = join(import.meta.dirname, 'fence.pml');
const large = process.argv.includes('--large');

const has = (program) => !spawnSync(program, ['--version'], { stdio: 'ignore' }).error;
const missing = ['spin', 'gcc'].filter((program) => !has(program));
if (missing.length > 0) {
  console.log(`The model was not run: ${missing.join(' and ')} is not installed.\n0 passed, 0 failed, ${proofs.length + mutants.length} not run`);
  process.exit(0);
}

const must = (folder, program, args) => {
  const { status, stdout, error } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (error || status !== 0) throw new Error(`${program} failed: ${error?.message ?? stdout}`);
  return stdout;
};

/** What Spin found: every state without an error, an error, or not the end. */
const check = ({ M = 0, TX, CRASHES, flags = [] }) => {
  const folder = mkdtempSync(join(tmpdir(), 'perspectief-model-'));
  try {
    must(folder, 'spin', [`-DM=${M}`, `-DTX=${TX}`, `-DCRASHES=${CRASHES}`, '-a', model]);
    must(folder, 'gcc', ['-O2', '-DSAFETY', '-DCOLLAPSE', ...flags, '-o', 'pan', 'pan.c']);
    // -E: the model is finite on purpose, so that it ends is no error.
    const said = must(folder, './pan', ['-E', '-m400000']);
    const states = Number(/(\d+(?:\.\d+)?(?:e\+\d+)?) states, stored/.exec(said)?.[1] ?? 0);
    const whole = !/max search depth too small|Search not completed|out of memory/.test(said);
    return { states, broken: /assertion violated/.test(said), exhausted: whole && /errors: 0/.test(said) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

let [passed, failed] = [0, 0];
const tell = (ok, sentence, states) => {
  if (ok) passed += 1;
  else failed += 1;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${sentence} (${states.toLocaleString('en')} states)`);
};

for (const proof of proofs.filter(({ onlyLarge }) => large || !onlyLarge)) {
  const { states, exhausted } = check(proof);
  tell(exhausted, `holds in every order: ${proof.says}`, states);
}
for (const mutant of mutants) {
  const { states, broken } = check(mutant);
  tell(broken, `is broken: ${mutant.says}`, states);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
