import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { table } from './measure.mjs';

/** A ratio that moved by more than this between two commits is shown. */
const DRIFT = 0.2;
/** So many figures of each ratio are kept. */
const KEPT = 12;
const MARK = /^<!-- measured: ([\w-]+) at (.+) -->$/m;

const git = (...args) => spawnSync('git', args, { encoding: 'utf8' }).stdout?.trim() ?? '';

/** What is written about a measurement does not change what is measured. */
const WRITTEN = ['docs/reference/performance.md', 'docs/reference/capacity.md', 'test/bench/history.json'].map((path) => `:(top,exclude)${path}`);

/** The commit that is measured; with a plus where the folder has more than that. */
export const commitNow = () => `${git('rev-parse', '--short', 'HEAD') || 'unknown'}${git('status', '--porcelain', '--untracked-files=no', '--', ':(top)', ...WRITTEN) ? '+' : ''}`;

/** The sections of an earlier report by their names, each from its mark to the next. */
export const sectionsIn = (report) => {
  const parts = report.split(/^(?=<!-- measured: )/m).slice(1);
  return new Map(parts.map((part) => [MARK.exec(part)?.[1], part.trim()]));
};

/** The commits at which the sections of a report were measured, each named once. */
export const commitsIn = (report) => [...new Set([...report.matchAll(new RegExp(MARK, 'gm'))].map(([, , commit]) => commit))];

/** A document with what was computed in the places that it keeps for it: `<!-- computed: NAME -->` to `<!-- end -->`. */
export const inPlaces = (document, computed) =>
  Object.entries(computed).reduce((text, [name, body]) => {
    const place = new RegExp(`(<!-- computed: ${name} -->\\n)[^]*?(\\n<!-- end -->)`);
    if (!place.test(text)) throw new Error(`the document keeps no place for "${name}"`);
    return text.replace(place, (_, begin, end) => `${begin}${body.trim()}${end}`);
  }, document);

export const marked = (name, commit, text) => `<!-- measured: ${name} at ${commit} -->\n${text.trim()}`;

/** Ratios of this run behind those of before: one figure for each commit. */
export const remembered = (history, ratios, { commit, on }) => {
  const after = structuredClone(history);
  for (const { name, ratio, ...target } of ratios) {
    const before = (after[name]?.figures ?? []).filter((figure) => figure.commit !== commit);
    after[name] = { ...target, figures: [...before, { commit, on, ratio: Number(ratio.toFixed(3)) }].slice(-KEPT) };
  }
  return after;
};

const targetOf = ({ atLeast, atMost }) => {
  if (atLeast !== undefined) return `≥ ${atLeast}`;
  return atMost === undefined ? '' : `≤ ${atMost}`;
};

const missed = ({ atLeast, atMost }, ratio) => (atLeast !== undefined && ratio < atLeast) || (atMost !== undefined && ratio > atMost);

/** One line for each ratio: what it is, what it has to be, what it was, and by how much it moved. */
export const driftTable = (history) => {
  const rows = Object.entries(history).map(([name, { figures, ...target }]) => {
    const [before, now] = figures.length > 1 ? figures.slice(-2) : [undefined, ...figures];
    const moved = before && now.ratio / before.ratio - 1;
    const percent = moved === undefined ? '' : `${moved < 0 ? '−' : '+'}${Math.abs(moved * 100).toFixed(0)}%`;
    return [
      name, `${now.ratio.toFixed(2)}${missed(target, now.ratio) ? ' **missed**' : ''}`, targetOf(target), now.commit,
      before ? `${before.ratio.toFixed(2)} (${before.commit})` : '', Math.abs(moved ?? 0) > DRIFT ? `**${percent}**` : percent,
    ];
  });
  return `## Ratios\n\nMore than ${DRIFT * 100}% between two commits is in bold.\n\n${table(['ratio', 'now', 'wanted', 'at commit', 'before', 'moved'], rows)}`;
};

const read = (path, otherwise) => (existsSync(path) ? readFileSync(path, 'utf8') : otherwise);

/** Puts what was measured now over what was measured before; the sections that were not run stay as they are. */
export const writeReport = ({ reportPath, historyPath, head, order, sections, ratios, commit, on }) => {
  const history = remembered(JSON.parse(read(historyPath, '{}')), ratios, { commit, on });
  const known = sectionsIn(read(reportPath, ''));
  for (const [name, text] of sections) known.set(name, marked(name, commit, text));
  const bodies = order.filter((name) => known.has(name)).map((name) => known.get(name));
  writeFileSync(historyPath, `${JSON.stringify(history, null, 1)}\n`);
  writeFileSync(reportPath, `${[head, driftTable(history), ...bodies].join('\n\n')}\n`);
};
