import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandPath, type CommandAnswer, type CommandRequest } from '@perspectief/runtime';

export class ExecuteCommand extends Command<CommandAnswer> {
  constructor(readonly request: CommandRequest) {
    super();
  }
}

/** One handler for all commands of all contexts: the command path knows who decides. */
@CommandHandler(ExecuteCommand)
export class ExecuteCommandHandler implements ICommandHandler<ExecuteCommand> {
  constructor(private readonly path: CommandPath) {}

  execute({ request }: ExecuteCommand): Promise<CommandAnswer> {
    return this.path.handle(request);
  }
}
