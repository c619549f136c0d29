import type { Actor } from '@perspectief/kernel';
import type { SignIn } from '@perspectief/sign-in';

/** As far as ending it goes. */
export interface Socket {
  readonly readyState: number;
  close(code: number, reason: string): void;
  once(event: 'close', listener: () => void): unknown;
}

export interface Standing {
  readonly actor: Actor;
  readonly until: number;
  readonly session?: string | undefined;
}

/** What graphql-ws clients take for "sign in again". */
const UNAUTHORIZED = 4401;
const LOOK_EVERY = 10_000;

const end = (over: Iterable<Socket>): void => {
  for (const socket of over) socket.close(UNAUTHORIZED, 'TOKEN_EXPIRED');
};

const sameAs = (one: Standing) => (other: Standing): boolean => one.actor.id === other.actor.id && one.until === other.until && one.session === other.session;

/**
 * Sockets live longer than requests: each ends with the token or the session that opened it, and when its person leaves. One that was
 * opened again with another token ends with the first that is over: what it hears by that one would else go on.
 */
export class Sockets {
  private readonly open = new Map<Socket, readonly Standing[]>();
  private watch: NodeJS.Timeout | undefined;

  constructor(private readonly signIn: Pick<SignIn, 'now' | 'stillHere'> & { readonly sessions: Pick<SignIn['sessions'], 'alive'> }) {}

  add(socket: Socket, standing: Standing): void {
    const standings = this.open.get(socket);
    if (!standings) socket.once('close', () => this.open.delete(socket));
    if (!standings?.some(sameAs(standing))) this.open.set(socket, [...(standings ?? []), standing]);
  }

  /** Somebody signed out here: at once. Elsewhere, the next look finds it. */
  endSession(key: string): void {
    this.endWhere(this.open, ({ session }) => session === key);
  }

  start(): void {
    this.watch = setInterval(() => void this.look().catch(() => undefined), LOOK_EVERY).unref();
  }

  stop(): void {
    clearInterval(this.watch);
  }

  /** Ends what has had its time. */
  async look(): Promise<void> {
    // Those that came meanwhile were not asked about.
    const looked = [...this.open];
    this.endWhere(looked, await this.overOf(looked.flatMap(([, standings]) => standings)));
  }

  /** Whether what a socket was opened with still counts: it may have waited long before it asks. */
  async stands(standing: Standing): Promise<boolean> {
    return !(await this.overOf([standing]))(standing);
  }

  private endWhere(sockets: Iterable<readonly [Socket, readonly Standing[]]>, over: (standing: Standing) => boolean): void {
    end([...sockets].flatMap(([socket, standings]) => (standings.some(over) ? [socket] : [])));
  }

  private async overOf(standings: readonly Standing[]): Promise<(standing: Standing) => boolean> {
    const now = this.signIn.now();
    const sessions = standings.map(({ session }) => session).filter((key) => key !== undefined);
    const [alive, here] = await Promise.all([this.signIn.sessions.alive([...new Set(sessions)]), this.signIn.stillHere(standings.map(({ actor }) => actor))]);
    return ({ actor, until, session }) => !here.has(actor.id) || (session === undefined ? until <= now : !alive.has(session));
  }
}
