import { setTimeout as pause } from 'node:timers/promises';
import { trafficOf } from './traffic.mjs';

/** Broken wires and lost races: the sender sends again, with the same id. */
const AGAIN = new Set(['Lost', 'Unavailable', 'Conflict', 'QueryFailedError', 'Error', 'AggregateError', 'ConnectionNotFoundError', 'DriverPackageNotInstalledError']);
/** Of these a broken wire is no excuse. */
const NEVER = new Set(['Corrupt', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'Unstorable', 'CommandReused']);

/** Those who use the platform: each sends one command after the other until it has an answer, however often that takes. */
export class Clients {
  operations = [];
  answered = 0;
  resent = 0;
  duplicated = 0;
  /** What senders were told instead of an answer, and how often. */
  told = new Map();
  #stopping = false;
  #running = [];

  constructor({ seed, count, services, roll, tell }) {
    Object.assign(this, { seed, count, services, roll, tell });
  }

  start() {
    for (let client = 0; client < this.count; client += 1) this.#running.push(this.#live(client));
  }

  /** Ends when everybody has the answer to the last command sent. */
  async finish() {
    this.#stopping = true;
    await Promise.all(this.#running);
  }

  /** Commands of before come in once more, as out of a queue that stood still. */
  async sendAgain(operations) {
    this.resent += operations.length;
    await Promise.all(operations.map((operation) => this.#try(operation)));
  }

  async #live(client) {
    for (const request of trafficOf(this.seed, client, this.count)) {
      if (this.#stopping) return;
      const operation = { request, answers: [], tries: 0 };
      this.operations.push(operation);
      while (operation.answers.length === 0) {
        // Sent to two services at once, as by an impatient finger.
        const twice = this.roll.chance(0.04) && this.services.some(({ ready }) => ready);
        if (twice) this.duplicated += 1;
        await Promise.all([this.#try(operation), ...(twice ? [this.#try(operation)] : [])]);
        if (operation.answers.length === 0) await pause(50);
      }
      this.answered += 1;
    }
  }

  async #try(operation) {
    const there = this.services.filter(({ ready }) => ready);
    if (there.length === 0) return;
    operation.tries += 1;
    const service = this.roll.pick(there);
    this.#keep(operation, service, await service.ask(operation.request, (late) => this.#keep(operation, service, late)));
  }

  #keep(operation, service, { answer, error }) {
    if (answer) return void operation.answers.push(answer);
    if (error.told) this.told.set(error.told, (this.told.get(error.told) ?? 0) + 1);
    if (error.told === 'INTERNAL') this.tell({ complaint: `${operation.request.type} was told as INTERNAL`, ...error, name: `${error.name} told as INTERNAL`, service: service.name });
    if (NEVER.has(error.name) || !AGAIN.has(error.name)) this.tell({ complaint: `${operation.request.type} answered ${error.name}`, name: error.name, ...error, service: service.name });
  }
}
