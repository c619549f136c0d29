// What the linter says of files that would stand somewhere: a list of `{ path, code }` comes in, a list of lists of rules goes out.
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import { makeProjectGraph } from '../../infra/project-graph.mjs';

makeProjectGraph();
const root = join(import.meta.dirname, '../..');
const linter = new ESLint({ cwd: root });
const said = [];
for (const { path, code } of await json(process.stdin)) {
  const [report] = await linter.lintText(code, { filePath: join(root, path) });
  said.push((report?.messages ?? []).map(({ ruleId }) => ruleId));
}
console.log(`\n${JSON.stringify(said)}`);
