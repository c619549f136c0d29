/** Where a log lives: a server, and a name when one server holds several logs. */
export interface KurrentAddress {
  /** For the client; holds the password, so it belongs in no message. */
  readonly connection: string;
  readonly credentials: { readonly username: string; readonly password: string } | undefined;
  /** Put before every stream name of this log; empty when the server holds one log alone. */
  readonly prefix: string;
}

const FORM = /^esdb(?:\+discover)?:\/\/(?:([^:@/]+):([^@]+)@)?[^#]+?(?:#([a-z0-9][a-z0-9-]{0,62}))?$/;

/** Keys as the client reads them: without case, hyphens and underscores. */
const settingsIn = (connection: string): ReadonlyMap<string, string> =>
  new Map(
    (connection.split('?')[1] ?? '')
      .split('&')
      .map((pair) => pair.split('='))
      .map(([key = '', value = '']) => [key.trim().toLowerCase().replace(/[_-]/g, ''), value.trim().toLowerCase()]),
  );

export const isKurrentUrl = (url: string): boolean => /^esdb(\+discover)?:\/\//.test(url);

/**
 * Reads `esdb://[user:password@]host:port[,host:port]?key=value#log`. Throws where the address is none, and where in production the
 * wire would be open or the server could be anybody. What it throws never repeats the address.
 */
export const readAddress = (url: string, production: boolean): KurrentAddress => {
  const [, username, password, log] = FORM.exec(url) ?? [];
  if (!isKurrentUrl(url) || !FORM.test(url)) throw new Error('an event store address looks like esdb://user:password@host:2113?tls=true#log');
  const connection = url.split('#', 1)[0] ?? url;
  const settings = settingsIn(connection);
  if (production && settings.get('tls') === 'false') throw new Error('tls=false is for development: in production the wire to the event store is encrypted');
  if (production && settings.get('tlsverifycert') === 'false') throw new Error('tlsVerifyCert=false is for development: in production the event store shows who it is');
  if (settings.get('throwonappendfailure') === 'false') throw new Error('throwOnAppendFailure=false would hide lost races');
  const credentials = username && password ? { username: decodeURIComponent(username), password: decodeURIComponent(password) } : undefined;
  return { connection, credentials, prefix: log ? `${log}.` : '' };
};
