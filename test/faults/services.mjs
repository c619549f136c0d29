import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a client waits for an answer before it takes it for lost, and sends again. */
const PATIENCE = 4_000;
const FAILED = { error: { name: 'Lost', says: 'no answer' } };

/** A service under a supervisor: whenever its process ends, the next one is started. */
export class Service {
  #asked = new Map();
  #number = 0;
  #child;
  #stopping = false;
  #expected = false;
  ready = false;
  /** Commands that it has answered. */
  answered = 0;

  /** `tell` hears of complaints, and of deaths that nobody ordered. */
  constructor({ name, role, wire, env, startsAt, tell, home = join(import.meta.dirname, '../..') }) {
    Object.assign(this, { name, role, wire, env, startsAt, tell, home });
  }

  start() {
    this.#expected = false;
    const child = fork(join(this.home, 'test/faults/service.mjs'), [this.role, this.startsAt], { env: this.env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
    this.#child = child;
    let said = '';
    child.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-4_000);
    });
    child.on('error', () => undefined);
    child.on('message', (message) => this.#hear(message));
    child.once('exit', (code, signal) => void this.#ended(code, signal, said));
  }

  #hear(message) {
    if (message.ready) this.ready = true;
    else if (message.complaint) this.tell({ ...message, service: this.name });
    else {
      const { resolve } = this.#asked.get(message.ask) ?? {};
      this.#asked.delete(message.ask);
      if (message.answer) this.answered += 1;
      resolve?.(message);
    }
  }

  async #ended(code, signal, said) {
    const died = this.ready && !this.#expected;
    this.ready = false;
    for (const { resolve } of this.#asked.values()) resolve(FAILED);
    this.#asked.clear();
    if (died) this.tell({ death: `ended by itself (${signal ?? code})`, says: said, service: this.name });
    if (this.#stopping) return;
    // On the way up the server may be away; then it is tried again, as a supervisor does.
    if (!this.#expected) await pause(200);
    if (!this.#stopping) this.start();
  }

  /** Answers, or says in which way it failed. The answer may still come later: `onLate` hears it. */
  ask(request, onLate) {
    if (!this.ready) return Promise.resolve(FAILED);
    const ask = (this.#number += 1);
    return new Promise((resolve) => {
      const patience = setTimeout(() => {
        this.#asked.set(ask, { resolve: onLate });
        resolve(FAILED);
      }, PATIENCE);
      const hear = (message) => {
        clearTimeout(patience);
        resolve(message);
      };
      this.#asked.set(ask, { resolve: hear });
      this.#send({ ask, request });
    });
  }

  #send(message) {
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  jump(ms) {
    this.#send({ jump: ms });
  }

  kill() {
    this.#expected = true;
    this.#child.kill('SIGKILL');
  }

  /** Asked to go, as a roll-out does. */
  leave() {
    this.#expected = true;
    this.#send({ leave: true });
  }

  sleep() {
    const { pid } = this.#child;
    process.kill(pid, 'SIGSTOP');
    return () => {
      try {
        process.kill(pid, 'SIGCONT');
      } catch {
        // It was killed in its sleep.
      }
    };
  }

  async untilReady(until) {
    while (!this.ready && Date.now() < until) await pause(50);
    return this.ready;
  }

  async stop() {
    this.#stopping = true;
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.leave();
    const late = setTimeout(() => {
      this.tell({ death: 'did not stop within 15 s when asked', says: '', service: this.name });
      this.kill();
    }, 15_000);
    await gone;
    clearTimeout(late);
  }
}
