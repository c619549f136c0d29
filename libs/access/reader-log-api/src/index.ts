import type { Type } from '@nestjs/common';
import { ReaderLogQueries } from './queries/reader-log-queries.js';

export { MembersOfHousehold } from './queries/members-of-household.js';
export { pages, pageInWords } from './words/pages.js';
export { hasPart, partInWords } from './words/parts.js';
export { roleInWords } from './words/roles.js';
export { deedInWords, visitInWords } from './words/sentence.js';

/** What may be asked about looks. They want Visits, Looks, Directory and MembersOfHousehold. */
export const readerLogQueries: readonly Type[] = [ReaderLogQueries];
