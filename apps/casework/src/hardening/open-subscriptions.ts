import type { Socket } from '../sign-in/sockets.js';

/** Why no more is heard: the id runs already, or the person hears as much as anybody may. */
export type NotBegun = 'running' | 'too-many';

/**
 * What people listen to, over whatever sockets. An id runs once on a socket: a second one would take the place of the first, which nobody
 * could end any more. Each costs work at every change: nobody has more of them than a day of open pages needs.
 */
export class OpenSubscriptions {
  private readonly running = new WeakMap<Socket, Map<string, () => void>>();
  private readonly byPerson = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** Answers how to say that it has ended, which may be said twice. Ends with its socket. */
  begin(socket: Socket, personId: string, id: unknown): NotBegun | (() => void) {
    const running = this.running.get(socket) ?? this.opened(socket);
    if (typeof id !== 'string' || running.has(id)) return 'running';
    if ((this.byPerson.get(personId) ?? 0) >= this.most) return 'too-many';
    this.count(personId, 1);
    const ended = (): void => {
      if (running.get(id) !== ended) return;
      running.delete(id);
      this.count(personId, -1);
    };
    running.set(id, ended);
    return ended;
  }

  private opened(socket: Socket): Map<string, () => void> {
    const running = new Map<string, () => void>();
    this.running.set(socket, running);
    socket.once('close', () => {
      for (const ended of running.values()) ended();
    });
    return running;
  }

  private count(personId: string, by: number): void {
    const now = (this.byPerson.get(personId) ?? 0) + by;
    if (now > 0) this.byPerson.set(personId, now);
    else this.byPerson.delete(personId);
  }
}
