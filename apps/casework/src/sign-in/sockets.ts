import type { SignIn } from '@perspectief/sign-in';

/** As far as ending it goes. */
export interface Socket {
  readonly readyState: number;
  close(code: number, reason: string): void;
  once(event: 'close', listener: () => void): unknown;
}

export interface Standing {
  readonly until: number;
  readonly session?: string | undefined;
}

/** What graphql-ws clients take for "sign in again". */
const UNAUTHORIZED = 4401;
const LOOK_EVERY = 10_000;

/** Sockets live longer than requests: each ends with the token or the session that opened it. */
export class Sockets {
  private readonly open = new Map<Socket, Standing>();
  private watch: NodeJS.Timeout | undefined;

  constructor(private readonly signIn: { readonly now: () => number; readonly sessions: Pick<SignIn['sessions'], 'alive'> }) {}

  add(socket: Socket, standing: Standing): void {
    if (!this.open.has(socket)) socket.once('close', () => this.open.delete(socket));
    this.open.set(socket, standing);
  }

  /** Somebody signed out here: at once. Elsewhere, the next look finds it. */
  endSession(key: string): void {
    this.endWhere(({ session }) => session === key);
  }

  start(): void {
    this.watch = setInterval(() => void this.look().catch(() => undefined), LOOK_EVERY).unref();
  }

  stop(): void {
    clearInterval(this.watch);
  }

  /** Ends what has had its time. */
  async look(): Promise<void> {
    const now = this.signIn.now();
    const sessions = [...this.open.values()].map(({ session }) => session).filter((key) => key !== undefined);
    const alive = await this.signIn.sessions.alive([...new Set(sessions)]);
    this.endWhere(({ until, session }) => (session === undefined ? until <= now : !alive.has(session)));
  }

  private endWhere(over: (standing: Standing) => boolean): void {
    for (const [socket, standing] of this.open) if (over(standing)) socket.close(UNAUTHORIZED, 'TOKEN_EXPIRED');
  }
}
