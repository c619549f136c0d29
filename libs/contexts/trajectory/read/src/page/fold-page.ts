import { fold } from '@perspectief/kernel';
import { trajectoryDecider, type TrajectoryState } from '@perspectief/trajectory-domain';
import type { TrajectoryFact } from './effective-events.js';

/** The state that every page is made of: of today, of another day, or as known at another moment. */
export const foldPage = (events: Iterable<TrajectoryFact>, from: TrajectoryState = trajectoryDecider.initial): TrajectoryState =>
  fold(trajectoryDecider, events, from);
