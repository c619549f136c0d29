import { dayOf, type CommandMeta, type LocalDateTime, type Refusal } from '@perspectief/kernel';
import type { TrajectoryRefusal } from '../refusals.js';
import type { OpenedTrajectory } from '../state.js';
import type { StoryCommand } from './commands.js';
import { highestRating, highestScore, isRating, isScore, lowestRating, lowestScore } from './life-areas.js';

type Objection = Refusal<TrajectoryRefusal> | false;
type Assessed = Extract<StoryCommand, { type: 'AssessLifeAreas' }>['data'];

/** A corrected date is subject to the same bounds as the date of any command. */
export const dateMayStand = (date: LocalDateTime, meta: CommandMeta, { openedOn }: OpenedTrajectory): readonly Objection[] => [
  date > meta.nowLocal && { code: 'IN_THE_FUTURE', field: 'happenedOn' },
  dayOf(date) < openedOn && { code: 'BEFORE_OPENING', field: 'happenedOn' },
];

export const scoresAreWithinRange = ({ scores }: Assessed): Objection =>
  !scores.every(({ score }) => isScore(score)) && {
    code: 'SCORE_OUT_OF_RANGE',
    field: 'scores',
    facts: { lowest: lowestScore, highest: highestScore },
  };

export const qualityIsWithinRange = ({ qualityOfLife }: Assessed): Objection =>
  qualityOfLife !== undefined &&
  !isRating(qualityOfLife) && {
    code: 'SCORE_OUT_OF_RANGE',
    field: 'qualityOfLife',
    facts: { lowest: lowestRating, highest: highestRating },
  };
