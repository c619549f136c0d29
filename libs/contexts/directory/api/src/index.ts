import type { Type } from '@nestjs/common';
import { registerSentences } from '@perspectief/edge';
import { DirectoryMutations } from './directory-mutations.js';
import { DirectoryQueries } from './directory-queries.js';
import { directorySentences } from './directory.sentences.js';

registerSentences(directorySentences);

export { Administration } from './administration.js';
export * from './directory.inputs.js';
export { directorySentences, type DirectoryRefusal } from './directory.sentences.js';
export { OwnHelpers, OwnResidents } from './own-helpers.js';
export { refusalOfArea, refusalOfPerson, refusalOfTeam, type Standing } from './rules.js';

/** What the service offers of the directory. They want Directory, Administration, OwnHelpers and OwnResidents. */
export const directoryResolvers: readonly Type[] = [DirectoryMutations, DirectoryQueries];
