import type { Policy } from '@perspectief/kernel';
import { whenBuyOutFailedThenReleaseBuyOut } from './when-buy-out-failed-then-release-buy-out/policy.js';
import { whenBuyOutReservedThenConfirmFunding } from './when-buy-out-reserved-then-confirm-funding/policy.js';
import { whenCreditorPaidThenRecordBuyOutPaid } from './when-creditor-paid-then-record-buy-out-paid/policy.js';
import { whenFreezeDeniedThenSafetyTask } from './when-freeze-denied-then-safety-task/policy.js';
import { whenFundingRequestedThenReserveBuyOut } from './when-funding-requested-then-reserve-buy-out/policy.js';
import { whenHouseholdClaimedThenOpenTrajectory } from './when-household-claimed-then-open-trajectory/policy.js';
import { whenTrajectoryClosedThenReleaseHousehold } from './when-trajectory-closed-then-release-household/policy.js';

/** Every policy of the platform. Events in, commands out; only what crosses contexts or follows by itself. */
export const policies = [
  whenFreezeDeniedThenSafetyTask,
  whenHouseholdClaimedThenOpenTrajectory,
  whenTrajectoryClosedThenReleaseHousehold,
  whenFundingRequestedThenReserveBuyOut,
  whenBuyOutReservedThenConfirmFunding,
  whenCreditorPaidThenRecordBuyOutPaid,
  whenBuyOutFailedThenReleaseBuyOut,
] as unknown as readonly Policy[];
