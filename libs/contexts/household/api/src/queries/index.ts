import type { Type } from '@nestjs/common';
import { HouseholdQueries } from './household-queries.js';
import { MemberAge } from './member-age.js';

/** What may be asked of this context. They want Households and ReadGate. */
export const householdQueries: readonly Type[] = [HouseholdQueries, MemberAge];
