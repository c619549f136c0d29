import { hash, randomBytes } from 'node:crypto';
import { dayOfMoment } from '@perspectief/kernel';
import { prepared } from '@perspectief/runtime';
import type { DataSource } from 'typeorm';

const MINUTE = 60_000;

/** A browser that asks nothing for so long is signed out. */
export const IDLE = 30 * MINUTE;
/** A working day; then everybody signs in again. */
export const LONGEST = 600 * MINUTE;
/** A session is not written down as used more often than this. */
const NOTED_EVERY = MINUTE;

/** A session as the server keeps it. Moments are milliseconds since 1970. */
export interface Session {
  /** SHA-256 of the id in the cookie: whoever reads the table cannot sign in with it. */
  readonly key: string;
  readonly personId: string;
  /** Roles that the issuer gave at sign-in. */
  readonly roles: readonly string[];
  /** Ends then whatever happens, or earlier when idle. */
  readonly until: number;
}

interface Row {
  readonly key: string;
  readonly person_id: string;
  readonly roles: readonly string[];
  readonly seen_at: Date;
  readonly ends_at: Date;
}

const MOST_KEPT = 5_000;

const keyOf = (id: string): string => hash('sha256', id, 'base64url');

const idleEnd = (seenAt: number, endsAt: number): number => Math.min(seenAt + IDLE, endsAt);

const sessionOf = ({ key, person_id: personId, roles, ends_at: endsAt }: Row, seenAt: number): Session => ({ key, personId, roles, until: idleEnd(seenAt, endsAt.getTime()) });

/** Sessions of browsers, in PostgreSQL: they outlive the process, and end everywhere at once. */
export class Sessions {
  /** As they were found last, and until when they need not be noted as used again. */
  private readonly found = new Map<string, { readonly row: Row; readonly until: number }>();

  constructor(
    private readonly database: DataSource,
    private readonly now: () => number,
  ) {}

  /** Returns the id for the cookie: 256 random bits that are stored nowhere. */
  async begin(personId: string, roles: readonly string[], idToken: string): Promise<string> {
    const id = randomBytes(32).toString('base64url');
    const now = this.now();
    await this.database.query(
      `insert into access.sessions (key, person_id, roles, id_token, began_at, seen_at, ends_at) values ($1, $2, $3, $4, $5, $5, $6)`,
      [keyOf(id), personId, roles, idToken, new Date(now), new Date(now + LONGEST)],
    );
    await this.sweep();
    return id;
  }

  /** The session of a cookie, if it runs. To look at it (`use` false) does not lengthen it. */
  async find(id: string, { use }: { readonly use: boolean }): Promise<Session | undefined> {
    const [row] = await this.running([keyOf(id)]);
    if (!row) return undefined;
    const now = this.now();
    const noted = use && now - row.seen_at.getTime() >= NOTED_EVERY;
    if (noted) await this.database.query('update access.sessions set seen_at = $2 where key = $1 and seen_at < $2', [row.key, new Date(now)]);
    if (use) this.remember(row, noted ? now : row.seen_at.getTime());
    return sessionOf(row, use ? now : row.seen_at.getTime());
  }

  /**
   * The session as it was found less than a minute ago, without asking. Whether it still runs, whoever lets somebody in by it asks
   * before anything is told or done: that there is a row of this key says so.
   */
  presumed(id: string): Session | undefined {
    const [key, now] = [keyOf(id), this.now()];
    const known = this.found.get(key);
    return known && known.until > now && known.row.ends_at.getTime() > now ? sessionOf(known.row, now) : undefined;
  }

  /** Which of these still run. */
  async alive(keys: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set((await this.running(keys)).map(({ key }) => key));
  }

  /** Ends the session at once. Returns the id token that the issuer wants to see at sign-out. */
  async end(id: string): Promise<{ readonly key: string; readonly idToken: string } | undefined> {
    const ended: [{ key: string; id_token: string }[], number] = await this.database.query(
      'delete from access.sessions where key = $1 returning key, id_token',
      [keyOf(id)],
    );
    const [row] = ended[0];
    if (row) this.found.delete(row.key);
    return row && { key: row.key, idToken: row.id_token };
  }

  /** Whoever left and comes back later signs in anew. */
  async endOfWhoLeft(): Promise<void> {
    const today = dayOfMoment(new Date(this.now()).toISOString());
    await this.database.query('delete from access.sessions where person_id in (select id from directory.people where not active or until < $1)', [today]);
  }

  private running(keys: readonly string[]): Promise<readonly Row[]> {
    if (keys.length === 0) return Promise.resolve([]);
    const now = this.now();
    return prepared<Row>(this.database, {
      name: 'sessions that run',
      text: 'select key, person_id, roles, seen_at, ends_at from access.sessions where key = any($1) and ends_at > $2 and seen_at > $3',
      values: [keys, new Date(now), new Date(now - IDLE)],
    });
  }

  private remember(row: Row, seenAt: number): void {
    if (this.found.size >= MOST_KEPT) this.found.clear();
    this.found.set(row.key, { row, until: seenAt + NOTED_EVERY });
  }

  /** What ended is not kept. */
  private async sweep(): Promise<void> {
    const now = this.now();
    await this.database.query('delete from access.sessions where ends_at <= $1 or seen_at <= $2', [new Date(now), new Date(now - IDLE)]);
  }
}
