// Queues from measured service times: many servers, one line, whoever comes first is served first.

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export const randomOf = (seed) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const Z99 = 2.3263478740408408;

const normal = (random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Seconds that one piece of work takes: a lognormal with these two measured points. */
export const lognormal = ({ p50, p99 }) => {
  const spread = Math.log(p99 / p50) / Z99;
  return (random) => p50 * Math.exp(spread * normal(random));
};

export const exponential = (mean) => (random) => -mean * Math.log(1 - random());

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];

/**
 * Work comes at `perSecond` by chance, each piece of one of `kinds` ({ share, seconds }), to `servers` that take one at a time.
 * Answers how busy these are and how long work takes with its waiting, in seconds.
 */
export const simulate = ({ perSecond, servers, kinds, pieces, seed }) => {
  const random = randomOf(seed);
  const free = new Float64Array(servers);
  const took = new Float64Array(pieces);
  let [now, busy] = [0, 0];
  const kindOf = (drawn) => {
    let left = drawn;
    return kinds.find(({ share }) => (left -= share) < 0) ?? kinds.at(-1);
  };
  for (let nr = 0; nr < pieces; nr += 1) {
    now += exponential(1 / perSecond)(random);
    let first = 0;
    for (let server = 1; server < servers; server += 1) if (free[server] < free[first]) first = server;
    const seconds = kindOf(random()).seconds(random);
    free[first] = Math.max(now, free[first]) + seconds;
    busy += seconds;
    took[nr] = free[first] - now;
  }
  // The first tenth starts with empty queues.
  const settled = took.subarray(Math.floor(pieces / 10)).sort();
  return { utilisation: busy / (servers * Math.max(now, ...free)), p50: quantile(settled, 0.5), p99: quantile(settled, 0.99) };
};
