export type { About, TrajectoryClock } from './clock.js';
export { clocksOf } from './clocks-of.js';
