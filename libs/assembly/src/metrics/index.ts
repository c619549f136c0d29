export { MeasuredPath } from './measured-path.js';
export { MeasuredStore } from './measured-store.js';
export { Meters } from './meters.js';
export { readinessOf, type Readiness } from './readiness.js';
export { remembered, standings, type Standing } from './standing.js';
