import type { Type } from '@nestjs/common';
import { HouseholdExportQuery } from './household-export.js';
import { ProjectionStatusQuery } from './projection-status.js';
import { RetentionDueQuery } from './retention-due.js';

/** Questions about the whole platform, or about all that it keeps of a household. Who may ask is for the access policy. */
export const officeQueries: readonly Type[] = [RetentionDueQuery, HouseholdExportQuery, ProjectionStatusQuery];
