export { Directory, DIRECTORY_CHANGED, type PeopleFilter, type PeoplePage } from './directory.js';
export { AreaRow, directoryEntities, PersonRow, TeamRow } from './entities.js';
export { directoryMigrations } from './migrations.js';
export type { Area, Person, Team } from './person.js';
export { qualifications, roles, type Qualification, type Role } from './roles.js';
