export { partitionsFrom } from './partitions.js';
export * from './worker.js';
