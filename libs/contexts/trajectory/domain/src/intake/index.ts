import type { Track } from '../track.js';
import type { IntakeCommand } from './commands.js';
import { decideIntake } from './decide.js';
import type { IntakeEvent } from './events.js';
import { evolveIntake, initialIntake, type IntakeState } from './state.js';

/** From the first report to an agreed plan: who helps, what was applied for, the first conversation, and how it may stop. */
export const intakeTrack: Track<IntakeState, IntakeCommand, IntakeEvent> = {
  initial: initialIntake,
  decide: decideIntake,
  evolve: evolveIntake,
};
