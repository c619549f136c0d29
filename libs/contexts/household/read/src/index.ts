export { Households, type HouseholdsOptions, type HouseholdsPage, type HouseholdsQuestion, type Look, type StreamReader } from './households.js';
export { effectiveFacts, foldHousehold, type HouseholdFact, type PointInTime } from './page/fold-household.js';
export { ageOf, householdView, type HouseholdView, type MemberView } from './page/household-view.js';
export { householdProjection } from './projection/household-projection.js';
export { HouseholdRow, householdReadEntities } from './schema/entities.js';
export { householdReadMigrations } from './schema/migrations.js';
