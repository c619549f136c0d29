// Rebuilds the jars of a database, a few events at a time, and tells how far it is: for a parent that kills it.
import { DataSource } from 'typeorm';
import { PostgresEventStore } from '@perspectief/event-store-postgres';
import { codecOf } from '../../dist/codec.js';
import { ProjectionRunner } from '../../dist/projection/projection-runner.js';
import { jarEvents } from '../../dist/testing/jar.js';
import { jarProjection } from '../../dist/testing/jar-platform.js';

const [url] = process.argv.slice(2);
const database = await new DataSource({ type: 'postgres', url, poolSize: 4 }).initialize();
const store = new PostgresEventStore({ connectionString: url });
const runner = new ProjectionRunner(store, database, codecOf(jarEvents), [jarProjection()], () => undefined);
await runner.rebuild('jars', { batchSize: 13, onProgress: (read) => process.send(read) });
process.exit(0);
