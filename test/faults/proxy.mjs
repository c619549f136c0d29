import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** One way of a connection. What waits keeps its order. */
class Pipe {
  lag = 0;
  held = false;
  #queue = Promise.resolve();

  constructor(from, to, onData = () => true) {
    from.on('data', (chunk) => {
      const due = Date.now() + this.lag;
      this.#queue = this.#queue.then(async () => {
        if (due > Date.now()) await new Promise((resolve) => setTimeout(resolve, due - Date.now()));
        if (!this.held && onData() && !to.destroyed) to.write(chunk);
      });
    });
  }
}

/**
 * The wire between one service and the server. It can be cut, slow, dead (nothing comes through and nobody is told), refused,
 * and it can swallow an answer: the server did what was asked, and the service never hears it.
 */
export class Wire {
  #pairs = new Set();
  #server;
  #refusing = false;
  lag = 0;
  port = 0;

  /** `target` answers the port of the server as it is now: it changes when the server starts again. */
  constructor(target) {
    this.#server = createServer((near) => this.#accept(near, target()));
  }

  async open() {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.port = this.#server.address().port;
    return this;
  }

  #accept(near, port) {
    if (this.#refusing) return near.destroy();
    const far = connect(port, '127.0.0.1');
    const pair = { near, far, swallowing: false };
    const end = () => {
      near.destroy();
      far.destroy();
      this.#pairs.delete(pair);
    };
    pair.end = end;
    for (const socket of [near, far]) socket.setNoDelay(true).on('error', end).on('close', end);
    pair.out = new Pipe(near, far);
    pair.back = new Pipe(far, near, () => {
      if (pair.swallowing) end();
      return !pair.swallowing;
    });
    pair.out.lag = pair.back.lag = this.lag;
    this.#pairs.add(pair);
  }

  cut() {
    for (const pair of this.#pairs) pair.end();
  }

  /** The next answer on each connection is lost, and the connection with it. */
  swallow() {
    for (const pair of this.#pairs) pair.swallowing = true;
  }

  slow(ms) {
    this.lag = ms;
    for (const { out, back } of this.#pairs) out.lag = back.lag = ms;
  }

  /** As when a cable is pulled: what is connected hears nothing more. */
  silence() {
    for (const { out, back } of this.#pairs) out.held = back.held = true;
  }

  refuse(yes) {
    this.#refusing = yes;
    if (yes) this.cut();
  }

  async close() {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
