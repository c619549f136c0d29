// Where a Chromium is on this machine, for what is tried in a real browser.
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of the browser: CHROMIUM_PATH, or where Debian puts it; undefined where there is none. */
export const chromiumPath = () => [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path && existsSync(path));

/** No host outside this machine has an address in it. */
const ALONE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

/** How it is started; root has no sandbox. */
export const launchOptions = () => ({
  executablePath: chromiumPath(),
  args: [ALONE, '--disable-dev-shm-usage', '--font-render-hinting=none', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
