import { setTimeout as pause } from 'node:timers/promises';
import { householdOf } from '../../apps/cli/dist/demo/household.js';
import { deriveId } from '../../libs/kernel/dist/index.js';
import { now } from './measure.mjs';

/** Households that are worked on at the same time; each has one command after the other. */
const AT_ONCE = 200;

/** Sends commands of made-up households at a rate, whatever the answers do. What it takes to think them up is no part of the platform, and is counted apart. */
export class Sender {
  taken = 0;
  thinking = 0;

  constructor(perSecond, today) {
    Object.assign(this, { perSecond, today });
  }

  /** `each` hears of every answer with the time at which it came. Answers how many a second were sent. */
  async during(seconds, send, each = () => undefined) {
    const idle = Array.from({ length: AT_ONCE }, () => this.#commands());
    const running = new Set();
    const began = performance.now();
    let sent = 0;
    while (performance.now() - began < seconds * 1_000) {
      const due = Math.floor(((performance.now() - began) * this.perSecond) / 1_000);
      for (; sent < due && idle.length > 0; sent += 1) {
        const commands = idle.shift();
        const n = sent;
        const work = send(commands.next().value).then((answer) => each(answer, now(), n)).finally(() => {
          running.delete(work);
          idle.push(commands);
        });
        running.add(work);
      }
      await pause(2);
    }
    const perSecond = (sent * 1_000) / (performance.now() - began);
    await Promise.all(running);
    return perSecond;
  }

  /** Of one household after the other, without end. */
  *#commands() {
    for (;;) {
      const n = (this.taken += 1);
      const began = performance.now();
      const { steps } = householdOf(11, n, this.today);
      this.thinking += (performance.now() - began) / 1_000;
      for (const [i, { as, do: type, with: data, on }] of steps.entries()) yield { type, data, actor: as, happenedOn: `${on}T10:00:00`, commandId: deriveId('lag', n, i) };
    }
  }
}
