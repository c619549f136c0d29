import { startPlatform } from './platform.mjs';

/** One platform for the whole run; PERSPECTIEF_URL takes one that runs already (with the demo). */
export default async function start(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['PERSPECTIEF_URL']) return undefined;
  const { url, stop } = await startPlatform();
  process.env['PERSPECTIEF_URL'] = url;
  return stop;
}
