// The command line inside the image, where everything is built: node perspectief.mjs backup --to /backups/today
import { main } from './apps/cli/dist/main.js';

await main(process.argv.slice(2));
