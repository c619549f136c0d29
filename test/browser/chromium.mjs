// Where a Chromium is on this machine, for what is tried in a real browser.
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** The same engine without windows of its own: a quarter less work. */
const WITHOUT_WINDOWS = '/usr/bin/chromium-headless-shell';

/**
 * Path of the browser: CHROMIUM_PATH, or where Debian puts it; undefined where there is none.
 * @param {{ quick?: boolean }} options quick: rather the one without windows, where both are there
 */
export const chromiumPath = ({ quick = false } = {}) =>
  [process.env.CHROMIUM_PATH, ...(quick ? [WITHOUT_WINDOWS, ...PLACES] : [...PLACES, WITHOUT_WINDOWS])].find((path) => path && existsSync(path));

/** No host outside this machine has an address in it. */
const ALONE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

/** How it is started; root has no sandbox. */
export const launchOptions = (which) => ({
  executablePath: chromiumPath(which),
  args: [ALONE, '--disable-dev-shm-usage', '--font-render-hinting=none', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
