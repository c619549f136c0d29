export { startEmbedded, UNFINISHED_RESTORE, type EmbeddedOptions, type EmbeddedServer } from './embedded.js';
export { onOneConnection } from './one-connection.js';
export { openDatabase, type OpenOptions, type OpenedDatabase } from './open.js';
