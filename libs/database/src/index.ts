export { startEmbedded, UNFINISHED_RESTORE, type EmbeddedOptions, type EmbeddedServer } from './embedded.js';
export { openDatabase, type OpenOptions, type OpenedDatabase } from './open.js';
