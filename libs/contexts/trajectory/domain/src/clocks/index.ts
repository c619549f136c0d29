export type { About, BareTrajectoryClock, TrajectoryClock } from './clock.js';
export { bareClocksOf, clocksOf } from './clocks-of.js';
