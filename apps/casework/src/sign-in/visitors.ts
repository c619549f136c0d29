import type { IncomingHttpHeaders } from 'node:http';
import { WhoAsks } from '@perspectief/edge';
import type { Actor } from '@perspectief/kernel';
import type { Entry, SignedIn, SignIn } from '@perspectief/sign-in';
import type { SignInCookies } from './cookies.js';

type Headers = IncomingHttpHeaders | Readonly<Record<string, unknown>>;

const BEARER = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i;
const NOBODY: Entry = { refused: 'NOT_SIGNED_IN' };

export const actorOf = ({ person: { id, role } }: SignedIn): Actor => ({ id, role });

/** Who sends a request: by its access token, else by its session cookie. */
export class Visitors extends WhoAsks {
  /** A request is looked at more than once, and asked for once. */
  private readonly asked = new WeakMap<object, Promise<Entry>>();
  private readonly presumed = new WeakMap<object, Promise<Entry>>();

  constructor(
    readonly signIn: SignIn,
    readonly cookies: SignInCookies,
  ) {
    super();
  }

  /** Throws when the issuer or the database does not answer. */
  entryOf(headers: Headers): Promise<Entry> {
    const known = this.asked.get(headers);
    if (known) return known;
    const entry = this.ask(headers, { use: true });
    this.asked.set(headers, entry);
    return entry;
  }

  /** As `entryOf`, but that a session which was found a moment ago is presumed to run: whoever goes on with it proves that before anything is told or done. */
  presumedOf(headers: Headers): Promise<Entry> {
    if (headers.authorization !== undefined) return this.entryOf(headers);
    const known = this.presumed.get(headers) ?? this.asked.get(headers);
    if (known) return known;
    const entry = this.presume(headers);
    this.presumed.set(headers, entry);
    return entry;
  }

  /** Looks without lengthening the session: a page that asks every minute would never be signed out. */
  look(headers: Headers): Promise<Entry> {
    return this.ask(headers, { use: false });
  }

  async fromHeaders(headers: Headers): Promise<Actor | undefined> {
    const entry = await this.entryOf(headers);
    return 'refused' in entry ? undefined : actorOf(entry);
  }

  private async presume(headers: Headers): Promise<Entry> {
    const session = this.cookies.session(headers);
    return (session === undefined ? undefined : await this.signIn.byPresumedSession(session)) ?? this.entryOf(headers);
  }

  private async ask(headers: Headers, how: { readonly use: boolean }): Promise<Entry> {
    const { authorization } = headers;
    if (typeof authorization === 'string') {
      const [, token] = BEARER.exec(authorization) ?? [];
      return token === undefined ? { refused: 'TOKEN_INVALID' } : this.signIn.byToken(token);
    }
    const session = this.cookies.session(headers);
    return session === undefined ? NOBODY : this.signIn.bySession(session, how);
  }
}
