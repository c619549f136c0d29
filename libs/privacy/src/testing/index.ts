export * from './open-keys.js';
