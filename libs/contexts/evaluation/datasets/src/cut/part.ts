import { readFileSync, rmSync } from 'node:fs';
import type { Recorded } from '@perspectief/kernel';
import type { TrajectoryFact } from '@perspectief/evaluation-replay';
import { TextSink } from '../tables/text-sink.js';
import { factsOf, lineOf } from './fact-line.js';

const HELD = 1 << 16;

/** Facts of some trajectories on their way: one a line, after the stream that it is of, so that one trajectory is found without reading all others. */
export class Part {
  facts = 0;
  private readonly sink: TextSink;

  constructor(path: string) {
    this.sink = new TextSink(path, { held: HELD });
  }

  add(fact: Recorded): void {
    this.facts += 1;
    this.sink.add(`${fact.stream} ${lineOf(fact)}\n`);
  }

  get path(): string {
    return this.sink.path;
  }

  close(): void {
    this.sink.close();
  }
}

/** Facts of each trajectory of a part, in the order of the log; trajectories in a fixed order. What was read is taken away. */
export function* factsIn(path: string): Generator<readonly TrajectoryFact[]> {
  const lines = readFileSync(path, 'utf8');
  rmSync(path);
  const byStream = new Map<string, string[]>();
  for (let from = 0; from < lines.length; ) {
    const [space, end] = [lines.indexOf(' ', from), lines.indexOf('\n', from)];
    const stream = lines.slice(from, space);
    const fact = lines.slice(space + 1, end);
    const own = byStream.get(stream);
    if (own) own.push(fact);
    else byStream.set(stream, [fact]);
    from = end + 1;
  }
  for (const stream of [...byStream.keys()].sort()) yield factsOf(stream, byStream.get(stream) ?? []);
}
