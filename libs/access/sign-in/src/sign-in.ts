import type { Actor } from '@perspectief/kernel';
import type { DataSource } from 'typeorm';
import { AccessTokens } from './access-tokens.js';
import { CodeFlow, type Attempt } from './code-flow.js';
import { Issuer, type IssuerSettings } from './issuer.js';
import { recognise, RememberedPeople, type Claimed, type KnownPerson, type People } from './person.js';
import type { SignInRefusal } from './refusals.js';
import { Sessions } from './sessions.js';

export interface SignInOptions {
  readonly issuer: IssuerSettings;
  /** Address of this service as browsers see it, without the trailing slash. */
  readonly publicUrl: () => string;
  readonly people: People;
  readonly database: DataSource;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Somebody who is let in, and until when (milliseconds since 1970). */
export interface SignedIn {
  readonly person: KnownPerson;
  readonly until: number;
  /** Of a browser: which session; a token has none. */
  readonly session?: string | undefined;
  /** Nobody asked yet whether that session still runs. */
  readonly presumed?: boolean | undefined;
}

export type Entry = SignedIn | { readonly refused: SignInRefusal };

/** The path that the issuer sends browsers back to. */
export const CALLBACK_PATH = '/auth/callback';

/** Who asks: by access token, or by the session of a browser. */
export class SignIn {
  readonly flow: CodeFlow;
  readonly sessions: Sessions;
  readonly now: () => number;
  private readonly tokens: AccessTokens;
  private readonly people: RememberedPeople;

  constructor(readonly options: SignInOptions) {
    const { now = Date.now } = options;
    const issuer = new Issuer(options.issuer);
    this.now = now;
    this.flow = new CodeFlow(issuer, () => `${options.publicUrl()}${CALLBACK_PATH}`);
    this.tokens = new AccessTokens(issuer, now);
    this.sessions = new Sessions(options.database, now);
    this.people = new RememberedPeople(options.people, now);
  }

  async byToken(token: string): Promise<Entry> {
    const read = await this.tokens.read(token);
    return 'refused' in read ? read : this.entryOf(read, read.until);
  }

  async bySession(id: string, { use = true } = {}): Promise<Entry> {
    const session = await this.sessions.find(id, { use });
    if (!session) return { refused: 'NOT_SIGNED_IN' };
    return this.entryOf(session, session.until, session.key);
  }

  /** The directory changed: who is in it, and as what, is looked up anew. */
  forgetPeople(): void {
    this.people.forget();
  }

  /** Of these people, those who still work here in the same role. */
  async stillHere(actors: readonly Actor[]): Promise<ReadonlySet<string>> {
    const found = new Map((await this.options.people.find([...new Set(actors.map(({ id }) => id))])).map((person) => [person.id, person]));
    return new Set(actors.flatMap(({ id, role }) => ('person' in recognise(found.get(id), { personId: id, roles: [role] }) ? [id] : [])));
  }

  /** By a session that was found a moment ago; undefined where the database has to be asked. See `Sessions.presumed`. */
  async byPresumedSession(id: string): Promise<Entry | undefined> {
    const session = this.sessions.presumed(id);
    const entry = session && (await this.entryOf(session, session.until, session.key));
    return entry && !('refused' in entry) ? { ...entry, presumed: true } : undefined;
  }

  /** A browser came back with a code: returns the id of its new session. */
  async complete(parameters: URLSearchParams, attempt: Attempt): Promise<{ readonly sessionId: string } | { readonly refused: SignInRefusal }> {
    const tokens = await this.flow.finish(parameters, attempt);
    if ('refused' in tokens) return tokens;
    const read = await this.tokens.read(tokens.accessToken);
    if ('refused' in read) return read;
    const entry = await this.entryOf(read, read.until);
    if ('refused' in entry) return entry;
    return { sessionId: await this.sessions.begin(read.personId, read.roles, tokens.idToken) };
  }

  private async entryOf(claimed: Claimed, until: number, session?: string): Promise<Entry> {
    const known = recognise(await this.people.find(claimed.personId), claimed);
    return 'refused' in known ? known : { person: known.person, until, session };
  }
}
