import { allEvents } from '@perspectief/assembly';
import { codecOf, ProjectionRunner } from '@perspectief/runtime';

/** Write down what a projection is given, again and again if it is given twice: nothing in these tables is unique. */
export const SEEN = ['faults_seen', 'faults_shared'].map(
  (table) => `create table public.${table} (n bigint generated always as identity, position text not null, stream text not null, version int not null)`,
);

const probe = (name, table, partitioning) => ({
  name,
  version: 1,
  categories: ['household', 'trajectory', 'pooledBudget'],
  tables: [`public.${table}`],
  partitioning,
  apply: async (events, tables) => {
    for (const { position, stream, streamVersion } of events)
      await tables.query(`insert into public.${table} (position, stream, version) values ($1, $2, $3)`, [position, stream, streamVersion]);
  },
});

const probes = [
  probe('faults-probe', 'faults_seen', { by: 'nothing', because: 'it tells the order of the log' }),
  probe('faults-shared', 'faults_shared', { by: 'stream' }),
];

/** Projections beside the real ones, run in the same way; one of them shared out. */
export const probeRunner = ({ store, database }, complain, partitions) => new ProjectionRunner(store, database, codecOf(allEvents), probes, complain, { partitions });
