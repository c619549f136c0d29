import { Command, CommanderError } from 'commander';
import { addBackup } from './backup/backup-command.js';
import { addRestore } from './backup/restore-command.js';
import { addBudget } from './budget/command.js';
import { addDemo } from './demo/command.js';
import { addErase } from './erase/command.js';
import { addEvaluation } from './evaluation/command.js';
import { Ending, exitCodes, exitCodesHelp, type ExitCode } from './exit.js';
import { addLog } from './log/command.js';
import { addHousehold } from './household/command.js';
import { addKeys } from './keys/command.js';
import { Interrupted } from './opening/interruption.js';
import { addProjections } from './projections/command.js';
import { addStory } from './story/command.js';
import { addToken } from './token/command.js';
import { addTrajectory } from './trajectory/command.js';

const program = (): Command => {
  const perspectief = new Command('perspectief')
    .description('Perspectief from the command line: stories, demo, projections, trajectories, budgets, keys, erasure, backups.')
    .addHelpText(
      'after',
      [
        '',
        'Which database: --data DIR, else the server in DATABASE_URL, else the folder that `npm start` keeps',
        '(PERSPECTIEF_DATA, or .perspectief/data); stories run on a throw-away one. A folder whose server is up is shared with it.',
        '',
        exitCodesHelp,
      ].join('\n'),
    )
    .configureHelp({ showGlobalOptions: false })
    .showHelpAfterError('(--help says more)');
  for (const add of [addStory, addDemo, addProjections, addTrajectory, addBudget, addLog, addBackup, addRestore, addToken, addHousehold, addKeys, addErase, addEvaluation]) add(perspectief);
  const throwing = (command: Command): void => {
    command.exitOverride();
    command.commands.forEach(throwing);
  };
  throwing(perspectief);
  return perspectief;
};

const codeOf = (error: unknown): ExitCode => {
  if (error instanceof Ending) return error.code;
  if (error instanceof Interrupted) return exitCodes.interrupted;
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  return error instanceof Error && error.name === 'Unavailable' ? exitCodes.database : exitCodes.no;
};

/** Our own sentences only: what a driver or a bug says may hold somebody's data. */
const sentenceOf = (error: unknown): string | undefined => {
  if (error instanceof CommanderError) return undefined;
  if (error instanceof Ending) return error.message;
  if (error instanceof Interrupted) return 'Stopped; everything that was opened is closed.';
  if (process.env['PERSPECTIEF_DEBUG'] && error instanceof Error) return error.stack;
  return `This should not happen (${error instanceof Error ? error.name : 'unknown error'}); PERSPECTIEF_DEBUG=1 shows where.`;
};

/** Runs one command line and sets the exit code that scripts can trust. */
export const main = async (args: readonly string[]): Promise<void> => {
  try {
    await program().parseAsync([...args], { from: 'user' });
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence) process.stderr.write(`${sentence}\n`);
    process.exitCode = codeOf(error);
  }
};
