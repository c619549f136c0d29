import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pg from 'pg';

const folder = join(dirname(createRequire(import.meta.url).resolve('@eventide/message-db/package.json')), 'database');

/** In the order of its own install script; roles, privileges and printing views are not on the way of an append. */
const FILES = [
  'schema/message-store', 'extensions/pgcrypto', 'tables/messages', 'types/message', 'functions/message-store-version', 'functions/hash-64',
  'functions/acquire-lock', 'functions/category', 'functions/is-category', 'functions/id', 'functions/cardinal-id', 'functions/stream-version',
  'functions/write-message', 'functions/get-stream-messages', 'functions/get-category-messages', 'functions/get-last-stream-message',
  'indexes/messages-id', 'indexes/messages-stream', 'indexes/messages-category',
];

const WRITE = { name: 'write', text: 'select message_store.write_message($1, $2, $3, $4::jsonb, $5::jsonb, $6)' };

/** Message DB in an empty database: its functions, called as its own clients call them. */
export const messageDb = async (connectionString, writers) => {
  // Its functions call each other without their schema.
  const pool = new pg.Pool({ connectionString, max: writers, options: '-c search_path=message_store,public' });
  for (const file of FILES) await pool.query(readFileSync(join(folder, `${file}.sql`), 'utf8'));
  return {
    /** `version`: how many messages the stream has. */
    append: (stream, version, id, type, data, metadata) => pool.query({ ...WRITE, values: [id, stream, type, data, metadata, version - 1] }),
    close: () => pool.end(),
  };
};
