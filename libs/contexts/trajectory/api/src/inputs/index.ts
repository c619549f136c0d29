import { inputsOf } from '@perspectief/edge';
import type { TrajectoryCommand } from '@perspectief/trajectory-domain';
import { aftercareInputs } from './aftercare.inputs.js';
import { applicationInputs } from './applications.inputs.js';
import { crisisFreezeInputs } from './crisis-freeze.inputs.js';
import { debtBuyOutInputs } from './debt-buy-out.inputs.js';
import { debtsInputs } from './debts.inputs.js';
import { intakeInputs } from './intake.inputs.js';
import { learningInputs } from './learning.inputs.js';
import { openingInputs } from './opening.inputs.js';
import { planInputs } from './plan.inputs.js';
import { repaymentInputs } from './repayment.inputs.js';
import { storyInputs } from './story.inputs.js';
import { tandemInputs } from './tandem.inputs.js';
import { threatInputs } from './threats.inputs.js';

/** What the clock alone may send. */
export const internalTrajectoryCommands = ['ExpireFreeze', 'LapseOffer'] as const satisfies readonly TrajectoryCommand['type'][];

/** Every command of a trajectory that may come from outside. */
export const trajectoryInputs = inputsOf<TrajectoryCommand, (typeof internalTrajectoryCommands)[number]>()({
  ...openingInputs,
  ...intakeInputs,
  ...applicationInputs,
  ...storyInputs,
  ...planInputs,
  ...debtsInputs,
  ...tandemInputs,
  ...threatInputs,
  ...crisisFreezeInputs,
  ...debtBuyOutInputs,
  ...repaymentInputs,
  ...aftercareInputs,
  ...learningInputs,
});
