import { eventStoreContract } from '@perspectief/event-store/testing';
import { testServers } from '@perspectief/database/testing';
import { aLog } from './testing/a-log.js';

for (const server of testServers()) eventStoreContract(`PostgreSQL, ${server.name}`, () => aLog(server.url));
