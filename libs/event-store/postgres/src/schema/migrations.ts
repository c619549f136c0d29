import { append } from './append.js';
import { appendInTurn, grown } from './append-in-turn.js';
import { appendMany } from './append-many.js';
import { appendSeen } from './append-seen.js';
import { read } from './read.js';
import { outcomeOf, remember, sessionGuard } from './receipts.js';
import { tables, walls } from './tables.js';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** What was shipped is never edited: a change is a new migration at the end. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'the log behind its fence', sql: [tables, walls, sessionGuard, append, appendMany, remember, outcomeOf, read].join('\n') },
  { version: 2, name: 'several commands to one stream in one transaction', sql: [grown, appendInTurn].join('\n') },
  { version: 3, name: 'one command that rests on other streams', sql: appendSeen },
];
