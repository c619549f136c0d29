import { InputType } from '@nestjs/graphql';
import { Id } from '@perspectief/edge';
import type { Uuid } from '@perspectief/kernel';

/** What every command of a trajectory names. */
@InputType({ isAbstract: true })
export abstract class OnTrajectory {
  @Id() trajectoryId!: Uuid;
}
