import type { Track } from '../track.js';
import type { IntakeCommand } from './commands.js';
import { decideIntake } from './decide.js';
import type { IntakeEvent } from './events.js';
import { evolveIntake, initialIntake, type IntakeState } from './state.js';

export const intakeTrack: Track<IntakeState, IntakeCommand, IntakeEvent> = {
  initial: initialIntake,
  decide: decideIntake,
  evolve: evolveIntake,
};
