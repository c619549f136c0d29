import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ageOf, type MemberView } from '@perspectief/household-read';
import { MemberShown } from './household-shown.js';

/** The age follows from the day of birth, which is sealed until the answer is opened for who asks. */
@Resolver(() => MemberShown)
export class MemberAge {
  @ResolveField(() => Int, { name: 'age', nullable: true })
  age(@Parent() member: MemberView): number | undefined {
    return ageOf(member);
  }
}
