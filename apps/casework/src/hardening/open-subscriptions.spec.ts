import { EventEmitter } from 'node:events';
import type { Socket } from '../sign-in/sockets.js';
import { OpenSubscriptions } from './open-subscriptions.js';

class FakeSocket extends EventEmitter implements Socket {
  readonly readyState = 1;
  close(): void {
    this.emit('close');
  }
}

const begun = (open: OpenSubscriptions, socket: Socket, id: unknown): string => {
  const answer = open.begin(socket, 'coach', id);
  return typeof answer === 'string' ? answer : 'begun';
};

test('a socket that closed counts no more, nor does what has ended, which may be said twice', () => {
  const open = new OpenSubscriptions(2);
  const [one, other] = [new FakeSocket(), new FakeSocket()];
  const ended = open.begin(one, 'coach', '1') as () => void;
  expect([begun(open, one, '2'), begun(open, other, '1')]).toEqual(['begun', 'too-many']);
  ended();
  ended();
  expect([begun(open, other, '1'), begun(open, other, '2')]).toEqual(['begun', 'too-many']);
  one.close();
  ended();
  expect([begun(open, other, '2'), begun(open, other, '3')]).toEqual(['begun', 'too-many']);
});

test('an id runs once on a socket, and again when it has ended; what is no text is no id', () => {
  const open = new OpenSubscriptions(9);
  const [one, other] = [new FakeSocket(), new FakeSocket()];
  const ended = open.begin(one, 'coach', '1') as () => void;
  expect([begun(open, one, '1'), begun(open, other, '1'), begun(open, one, 1)]).toEqual(['running', 'begun', 'running']);
  ended();
  expect(begun(open, one, '1')).toBe('begun');
  // Of the one before: it ends nothing of the one that runs now.
  ended();
  expect(begun(open, one, '1')).toBe('running');
});
