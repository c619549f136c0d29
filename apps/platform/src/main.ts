import { whyNotOpened } from '@perspectief/assembly';
import { start } from './start.js';
import { readSettings, USAGE, type Settings } from './settings.js';

const settings = (): Settings | undefined => {
  try {
    return readSettings(process.argv.slice(2), process.env);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'unknown option'}\n\n${USAGE}\n`);
    process.exit(2);
  }
};

const chosen = settings();
if (!chosen) {
  process.stdout.write(`${USAGE}\n`);
  process.exit(0);
}
try {
  await start(chosen);
} catch (error) {
  process.stderr.write(`Perspectief could not start: ${whyNotOpened(error) ?? (error instanceof Error ? error.message : 'unknown reason')}\n`);
  process.exit(1);
}
