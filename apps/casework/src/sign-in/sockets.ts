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

const end = (over: readonly (readonly [Socket, Standing])[]): void => {
  for (const [socket] of over) socket.close(UNAUTHORIZED, 'TOKEN_EXPIRED');
};

/** Sockets live longer than requests: each ends with the token or the session that opened it, and when its person leaves. */
export class Sockets {
  private readonly open = new Map<Socket, Standing>();
  private watch: NodeJS.Timeout | undefined;

  constructor(private readonly signIn: Pick<SignIn, 'now' | 'stillHere'> & { readonly sessions: Pick<SignIn['sessions'], 'alive'> }) {}

  add(socket: Socket, standing: Standing): void {
    if (!this.open.has(socket)) socket.once('close', () => this.open.delete(socket));
    this.open.set(socket, standing);
  }

  /** Somebody signed out here: at once. Elsewhere, the next look finds it. */
  endSession(key: string): void {
    end([...this.open].filter(([, { session }]) => session === key));
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
    const over = await this.overOf(looked.map(([, standing]) => standing));
    end(looked.filter(([, standing]) => over(standing)));
  }

  /** Whether what a socket was opened with still counts: it may have waited long before it asks. */
  async stands(standing: Standing): Promise<boolean> {
    return !(await this.overOf([standing]))(standing);
  }

  private async overOf(standings: readonly Standing[]): Promise<(standing: Standing) => boolean> {
    const now = this.signIn.now();
    const sessions = standings.map(({ session }) => session).filter((key) => key !== undefined);
    const [alive, here] = await Promise.all([this.signIn.sessions.alive([...new Set(sessions)]), this.signIn.stillHere(standings.map(({ actor }) => actor))]);
    return ({ actor, until, session }) => !here.has(actor.id) || (session === undefined ? until <= now : !alive.has(session));
  }
}
