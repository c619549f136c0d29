import { InvalidArgumentError, type Command } from 'commander';
import { exitCodesHelp } from '../exit.js';
import { demoToken } from './demo-token.js';

const EXAMPLES = `
Signs in on the demonstration that npm start runs, by the same steps as a browser, and prints the token and nothing else.

Examples:
  TOKEN=$(npm run -s perspectief -- token --as coach-beijum-1)
  curl -s http://127.0.0.1:3000/auth/session -H "authorization: Bearer $TOKEN"

${exitCodesHelp}`;

const address = (text: string): string => {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw new InvalidArgumentError('It is an address such as http://127.0.0.1:3000.');
  return new URL(text).origin;
};

export const addToken = (program: Command): void => {
  program
    .command('token')
    .description('an access token of somebody of the demo, for scripts; it lasts an hour')
    .requiredOption('--as <person>', 'who: coach-beijum-1, holder-beijum-1, privacy-officer-1, …')
    .option('--url <address>', 'where the platform runs', address, 'http://127.0.0.1:3000')
    .addHelpText('after', EXAMPLES)
    .action(async ({ as, url }: { readonly as: string; readonly url: string }) => {
      process.stdout.write(`${await demoToken(url, as)}\n`);
    });
};
