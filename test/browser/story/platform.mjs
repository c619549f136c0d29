// Run as a child process: a platform without households, at a time that its parent sets. It says `{ url }`; told `{ now }` it goes there.
import { ScopedClock } from '@perspectief/cli';
import { readSettings, start } from '@perspectief/platform';

const Wall = Date;
let ahead = 0;

/** Goes on as the wall's clock does, from where it was put. */
class StoryDate extends Wall {
  constructor(...parts) {
    super(...(parts.length === 0 ? [StoryDate.now()] : parts));
  }

  static now() {
    return Wall.now() + ahead;
  }
}

class StoryClock extends ScopedClock {
  recordedAt() {
    return this.now();
  }
}

const { url, platform } = await start(readSettings(['--port', '0', '--no-demo', '--data', process.argv[2]], process.env), new StoryClock());
// Only now: what was made before keeps to the wall's clock. Sessions do, or nobody would stay signed in over the months of a story.
globalThis.Date = StoryDate;
process.on('message', async ({ now }) => {
  ahead = Wall.parse(now) - Wall.now();
  await platform.clockDriver.tick();
  process.send({ now });
});
process.send({ url });
