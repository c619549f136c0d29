// Interleaved rounds and medians of per-round ratios: machines drift, ratios within a round do not.
export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** One clock for all processes of one machine: milliseconds. */
export const now = () => performance.timeOrigin + performance.now();

export const percentile = (numbers, p) => [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * p))];

/** Runs `once` in `writers` loops for `ms` milliseconds; answers how many per second. */
export const rate = async (writers, ms, once) => {
  const until = performance.now() + ms;
  const started = performance.now();
  const counts = await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      let done = 0;
      while (performance.now() < until) done += (await once(writer)) ?? 1;
      return done;
    }),
  );
  return (counts.reduce((sum, n) => sum + n, 0) * 1000) / (performance.now() - started);
};

/** Milliseconds of each of `n` times, one after the other. */
export const timesOf = async (n, once) => {
  const taken = [];
  for (let i = 0; i < n; i += 1) {
    const started = performance.now();
    await once(i);
    taken.push(performance.now() - started);
  }
  return taken;
};

/**
 * Contenders take turns, round after round; each figure is the median, each ratio the median of the rounds' ratios to the first.
 * `warm`: milliseconds that each runs before anything counts; a long path of code needs some thousand runs until it is compiled.
 */
export const contest = async (contenders, rounds, warm = 200) => {
  const names = Object.keys(contenders);
  const seen = Object.fromEntries(names.map((name) => [name, []]));
  for (const name of names) await contenders[name](warm);
  for (let round = 0; round < rounds; round += 1) for (const name of names) seen[name].push(await contenders[name](undefined));
  const [base] = names;
  return names.map((name) => ({
    name,
    median: median(seen[name]),
    ratio: median(seen[name].map((figure, round) => figure / seen[base][round])),
    rounds: seen[name],
  }));
};

/** The median of the rounds' ratios of one contender to another. */
export const ratioOf = (one, other) => median(one.rounds.map((figure, round) => figure / other.rounds[round]));

export const table = (head, rows) =>
  [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
