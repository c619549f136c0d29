import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Directory, type Person } from '@perspectief/directory';
import { CommandResult, refusedAs, wireCodeOf, wireError, type EdgeContext } from '@perspectief/edge';
import type { Refusal } from '@perspectief/kernel';
import { validated, type InputClass } from '@perspectief/runtime';
import { Administration } from './administration.js';
import { PutAreaInput, PutPersonInput, PutTeamInput } from './directory.inputs.js';

const DONE: CommandResult = { position: null, version: 0, events: 0, repeated: false };

/** The directory's changes, by administrators alone. Put twice, it is the same: they need no command id. */
@Resolver()
export class DirectoryMutations {
  constructor(
    private readonly administration: Administration,
    private readonly directory: Directory,
  ) {}

  @Mutation(() => CommandResult, { name: 'putPerson' })
  putPerson(@Args('input', { type: () => PutPersonInput }) input: object, @Context() context: EdgeContext): Promise<CommandResult> {
    return this.change(context, PutPersonInput, input, (administrator, data) => this.administration.putPerson(administrator, data));
  }

  @Mutation(() => CommandResult, { name: 'putTeam' })
  putTeam(@Args('input', { type: () => PutTeamInput }) input: object, @Context() context: EdgeContext): Promise<CommandResult> {
    return this.change(context, PutTeamInput, input, (administrator, data) => this.administration.putTeam(administrator, data));
  }

  @Mutation(() => CommandResult, { name: 'putArea' })
  putArea(@Args('input', { type: () => PutAreaInput }) input: object, @Context() context: EdgeContext): Promise<CommandResult> {
    return this.change(context, PutAreaInput, input, (administrator, data) => this.administration.putArea(administrator, data));
  }

  private async change<Input extends object>(
    { actor, unavailable }: EdgeContext,
    Input: new () => Input,
    input: object,
    put: (administrator: Person, data: Input) => Promise<Refusal | undefined>,
  ): Promise<CommandResult> {
    if (unavailable) throw wireError('UNAVAILABLE');
    if (!actor) return refusedAs({ code: 'NOT_SIGNED_IN' });
    const [administrator] = await this.directory.find([actor.id]);
    if (administrator?.role !== 'administrator' || actor.role !== 'administrator') throw wireError('FORBIDDEN');
    const read = await validated(Input as InputClass, input);
    if ('refused' in read) return refusedAs(read.refused);
    try {
      const refusal = await put(administrator, read.data as Input);
      return refusal ? refusedAs(refusal) : DONE;
    } catch (error) {
      throw wireError(wireCodeOf(error), error);
    }
  }
}
