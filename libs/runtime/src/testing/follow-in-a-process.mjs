// Follows the log as a second worker, until it is killed.
import { DataSource } from 'typeorm';
import { PostgresEventStore } from '@perspectief/event-store-postgres';
import { codecOf } from '../../dist/codec.js';
import { ProjectionRunner } from '../../dist/projection/projection-runner.js';
import { jarEvents } from '../../dist/testing/jar.js';
import { seenProjection } from '../../dist/testing/jar-platform.js';

const [url] = process.argv.slice(2);
const database = await new DataSource({ type: 'postgres', url, poolSize: 6 }).initialize();
const store = new PostgresEventStore({ connectionString: url });
process.on('disconnect', () => process.exit(0));
await new ProjectionRunner(store, database, codecOf(jarEvents), [seenProjection()], () => undefined).run(new AbortController().signal);
