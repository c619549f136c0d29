import { allEvents } from '@perspectief/assembly';
import { codecOf, ProjectionRunner } from '@perspectief/runtime';

/** Writes down what a projection is given, again and again if it is given twice: nothing in this table is unique. */
export const SEEN = 'create table faults_seen (n bigint generated always as identity, position text not null, stream text not null, version int not null)';

const probe = {
  name: 'faults-probe',
  version: 1,
  categories: ['household', 'trajectory', 'pooledBudget'],
  tables: ['faults_seen'],
  apply: async (events, manager) => {
    for (const { position, stream, streamVersion } of events)
      await manager.query('insert into faults_seen (position, stream, version) values ($1, $2, $3)', [position, stream, streamVersion]);
  },
};

/** A projection beside the real ones, run in the same way. */
export const probeRunner = ({ store, database }, complain) => new ProjectionRunner(store, database, codecOf(allEvents), [probe], complain);
