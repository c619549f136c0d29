import { BadAddress } from './errors.js';

/** Where a log lives: a server, and a name when one server holds several logs. */
export interface KurrentAddress {
  /** For the client; holds the password, so it belongs in no message. */
  readonly connection: string;
  readonly credentials: { readonly username: string; readonly password: string } | undefined;
  /** Put before every stream name of this log; empty when the server holds one log alone. */
  readonly prefix: string;
}

const FORM = /^(?:esdb|kurrentdb)(?:\+discover)?:\/\/(?:([^:@/]+):([^@]+)@)?[^#]+?(?:#([a-z0-9][a-z0-9-]{0,62}))?$/;

/** Keys as the client reads them: without case, hyphens and underscores. */
const settingsIn = (connection: string): ReadonlyMap<string, string> =>
  new Map(
    (connection.split('?')[1] ?? '')
      .split('&')
      .map((pair) => pair.split('='))
      .map(([key = '', value = '']) => [key.trim().toLowerCase().replace(/[_-]/g, ''), value.trim().toLowerCase()]),
  );

export const isKurrentUrl = (url: string): boolean => /^(esdb|kurrentdb)(\+discover)?:\/\//.test(url);

/** What the client knows. It warns of anything else with the whole address, password and all: so nothing else reaches it. */
const SETTINGS: ReadonlySet<string> = new Set([
  'usercertfile', 'userkeyfile', 'maxdiscoverattempts', 'connectionname', 'defaultdeadline', 'discoveryinterval', 'gossiptimeout', 'nodepreference',
  'tls', 'tlsverifycert', 'tlscafile', 'throwonappendfailure', 'keepaliveinterval', 'keepalivetimeout',
]);

/**
 * Reads `esdb://[user:password@]host:port[,host:port]?key=value#log`, or the same with `kurrentdb`. Throws `BadAddress` where it is none,
 * where in production the wire would be open, and where a setting would not do what it says.
 */
export const readAddress = (url: string, production: boolean): KurrentAddress => {
  const [, username, password, log] = FORM.exec(url) ?? [];
  if (!isKurrentUrl(url) || !FORM.test(url)) throw new BadAddress('an event store address looks like esdb://user:password@host:2113?tls=true#log');
  // The server has a new name since 25.0; the client knows the old one alone.
  const connection = (url.split('#', 1)[0] ?? url).replace(/^kurrentdb/, 'esdb');
  const settings = settingsIn(connection);
  if (production && settings.get('tls') === 'false') throw new BadAddress('tls=false is for development: in production the wire to the event store is encrypted');
  if (settings.get('tlsverifycert') === 'false') throw new BadAddress('tlsVerifyCert=false: the event store always shows who it is. Name its authority with tlsCAFile=');
  const unknown = [...settings.keys()].find((key) => key !== '' && !SETTINGS.has(key));
  if (unknown !== undefined) throw new BadAddress(`the event store address has a setting that the client does not know: ${unknown}`);
  if (settings.get('throwonappendfailure') === 'false') throw new BadAddress('throwOnAppendFailure=false would hide lost races');
  const credentials = username && password ? { username: decodeURIComponent(username), password: decodeURIComponent(password) } : undefined;
  return { connection, credentials, prefix: log ? `${log}.` : '' };
};
