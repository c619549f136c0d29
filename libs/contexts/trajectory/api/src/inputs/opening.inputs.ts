import { InputType } from '@nestjs/graphql';
import { Choice, Code, Id } from '@perspectief/edge';
import type { Uuid } from '@perspectief/kernel';
import { sources, type Source } from '@perspectief/trajectory-domain';
import { OnTrajectory } from './on-trajectory.js';

@InputType()
export class OpenTrajectoryInput extends OnTrajectory {
  @Id() householdId!: Uuid;
  @Code() area!: string;
  @Choice(sources) source!: Source;
}

export const openingInputs = { OpenTrajectory: OpenTrajectoryInput };
