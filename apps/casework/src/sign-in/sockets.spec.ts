import type { Actor } from '@perspectief/kernel';
import { Sockets, type Socket } from './sockets.js';

class FakeSocket implements Socket {
  readyState = 1;
  closed: string | undefined;
  private readonly listeners: (() => void)[] = [];

  close(code: number, reason: string): void {
    this.closed = `${code} ${reason}`;
    for (const listener of this.listeners) listener();
  }

  once(_event: 'close', listener: () => void): void {
    this.listeners.push(listener);
  }
}

let now: number;
let alive: Set<string>;
let here: Set<string>;
let asked: number;
let sockets: Sockets;
const coach = { id: 'coach', role: 'neighbourhood-coach' };
const added = (standing: { until: number; session?: string; actor?: Actor }): FakeSocket => {
  const socket = new FakeSocket();
  sockets.add(socket, { actor: coach, ...standing });
  return socket;
};

beforeEach(() => {
  now = 1_000;
  alive = new Set(['running']);
  here = new Set(['coach']);
  asked = 0;
  sockets = new Sockets({ now: () => now, stillHere: async () => here, sessions: { alive: async (keys) => ((asked += keys.length), alive) } });
});

test('a socket ends when its token does, and no earlier', async () => {
  const socket = added({ until: 2_000 });
  await sockets.look();
  expect(socket.closed).toBeUndefined();
  now = 2_000;
  await sockets.look();
  expect(socket.closed).toBe('4401 TOKEN_EXPIRED');
});

test('a socket ends when its session has ended elsewhere', async () => {
  const [staying, leaving] = [added({ until: 0, session: 'running' }), added({ until: 0, session: 'ended' })];
  await sockets.look();
  expect([staying.closed, leaving.closed]).toEqual([undefined, '4401 TOKEN_EXPIRED']);
});

test('signing out ends the sockets of that session at once', () => {
  const [mine, theirs] = [added({ until: 0, session: 'running' }), added({ until: 0, session: 'other' })];
  sockets.endSession('running');
  expect([mine.closed, theirs.closed]).toEqual(['4401 TOKEN_EXPIRED', undefined]);
});

test('a socket ends when its person has left, though token and session still run', async () => {
  const leaving = { id: 'leaving', role: 'neighbourhood-coach' };
  const [staying, byToken, bySession] = [added({ until: 9_000 }), added({ until: 9_000, actor: leaving }), added({ until: 0, session: 'running', actor: leaving })];
  await sockets.look();
  expect([staying.closed, byToken.closed, bySession.closed]).toEqual([undefined, '4401 TOKEN_EXPIRED', '4401 TOKEN_EXPIRED']);
});

test.each([[2_000, 9_000], [9_000, 2_000]])('a socket that was opened again with another token ends with the first that is over: of %i and %i', async (until, another) => {
  const socket = added({ until });
  sockets.add(socket, { actor: coach, until: another });
  now = 2_000;
  await sockets.look();
  expect(socket.closed).toBe('4401 TOKEN_EXPIRED');
});

test('a socket that closed is forgotten', async () => {
  added({ until: 0, session: 'running' }).close(1000, 'gone');
  await sockets.look();
  expect(asked).toBe(0);
});
