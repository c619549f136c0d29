import type { Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { InputClass } from '@perspectief/runtime';
import { wireCodeOf, wireError } from '../errors/broken-wire.js';
import { CommandResult } from '../results/command-result.js';
import { refusedAs, resultOf } from '../results/result-of.js';
import { LocalDateTimeScalar } from '../scalars.js';
import type { EdgeContext } from './edge-context.js';
import { ExecuteCommand } from './execute-command.js';

interface CommandSender {
  send(type: string, data: object, commandId: string, happenedOn: string | undefined, context: EdgeContext): Promise<CommandResult>;
}

type MutationMethod = (this: CommandSender, data: object, commandId: string, happenedOn: string | null | undefined, context: EdgeContext) => Promise<CommandResult>;

/** `RequestFreeze` is asked for as `requestFreeze`. */
export const mutationName = (commandType: string): string => commandType.charAt(0).toLowerCase() + commandType.slice(1);

const decorate = (prototype: object, name: string, Input: InputClass): void => {
  const parameters: readonly ParameterDecorator[] = [
    Args('input', { type: () => Input }),
    Args('commandId', { type: () => ID, description: 'UUID chosen by the sender: sent twice, it is one command.' }),
    Args('happenedOn', { type: () => LocalDateTimeScalar, nullable: true, description: 'When it happened; left out, now.' }),
    Context(),
  ];
  // Plain types: a validating pipe of the service must leave the input to the command path.
  Reflect.defineMetadata('design:paramtypes', [Object, Object, Object, Object], prototype, name);
  // From the last to the first, as a compiler would: the schema lists them in that order.
  for (let index = parameters.length - 1; index >= 0; index -= 1) parameters[index]?.(prototype, name, index);
  Mutation(() => CommandResult, { name })(prototype, name, Object.getOwnPropertyDescriptor(prototype, name) as TypedPropertyDescriptor<unknown>);
};

const mutationOf = (type: string): MutationMethod =>
  function (data, commandId, happenedOn, context) {
    return this.send(type, data, commandId, happenedOn ?? undefined, context);
  };

/** A resolver with one mutation for each command. */
export const commandResolver = (inputs: Readonly<Record<string, InputClass>>): Type => {
  @Resolver()
  class CommandMutations implements CommandSender {
    constructor(private readonly bus: CommandBus) {}

    async send(type: string, data: object, commandId: string, happenedOn: string | undefined, { actor, unavailable, cleared }: EdgeContext): Promise<CommandResult> {
      if (unavailable) throw wireError('UNAVAILABLE');
      if (!actor) return refusedAs({ code: 'NOT_SIGNED_IN' });
      try {
        return resultOf(await this.bus.execute(new ExecuteCommand({ type, data, commandId, happenedOn, actor, cleared })));
      } catch (error) {
        throw wireError(wireCodeOf(error), error);
      }
    }
  }
  for (const [type, Input] of Object.entries(inputs)) {
    const name = mutationName(type);
    Object.defineProperty(CommandMutations.prototype, name, { value: mutationOf(type), configurable: true, writable: true });
    decorate(CommandMutations.prototype, name, Input);
  }
  return CommandMutations;
};
