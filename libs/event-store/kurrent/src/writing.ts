import type { Refusal } from '@perspectief/kernel';
import { CommandReused, Conflict, copyOf, Corrupt, type AppendRequest, type CommandIdentity, type Expected, type Outcome, type Position, type Receipt } from '@perspectief/event-store';
import { TooLarge } from './errors.js';
import type { Landing } from './landing.js';
import type { Attempt, Ledger } from './ledger/ledger.js';
import { assertFits } from './sizes.js';
import { positionIn, storedEvents, versionOf } from './stored-event.js';
import { Turns } from './turns.js';
import type { Wire } from './wire/wire.js';

const meets = (expected: Expected, actual: number): boolean =>
  expected === 'any' || (expected === 'exists' ? actual > 0 : (expected === 'none' ? 0 : expected) === actual);

/**
 * Appends over two stores, as one. First the ledger notes the attempt: command, exact revision, events. Then the log takes the events or
 * not. Last, the ledger notes the fate. Whoever dies in between leaves an open attempt, and whoever meets that brings it to its end
 * before he does anything else: the revision is exact and the ids are the same, so it lands once or never (decision 17).
 */
export class Writing {
  /** Economy alone: within this process, senders of one command or to one stream do not race each other. */
  private readonly turns = new Turns();

  constructor(
    private readonly wire: Wire,
    private readonly ledger: Ledger,
    private readonly landing: Landing,
  ) {}

  async append(request: AppendRequest): Promise<Receipt> {
    assertFits(storedEvents(request));
    return this.inTurn(request.command, request.stream, () => this.written(request));
  }

  /** One after the other: the server has no transaction over several appends. The first that cannot follow ends the row. */
  async appendRow([first, ...others]: readonly [AppendRequest, ...AppendRequest[]]): Promise<readonly Receipt[]> {
    const receipts = [await this.append(first)];
    for (const request of others) {
      if (receipts.at(-1)?.repeated || request.stream !== first.stream) break;
      const receipt = await this.followed(request);
      if (!receipt) break;
      receipts.push(receipt);
    }
    return receipts;
  }

  remember(command: CommandIdentity, stream: string, refused: Refusal): Promise<Receipt> {
    const kept = copyOf(refused);
    return this.inTurn(command, stream, async () => {
      for (;;) {
        const known = await this.outcomeOf(command, stream);
        if (known) return { outcome: known, repeated: true };
        if (await this.ledger.refuse(command, stream, kept)) return { outcome: { refused: kept }, repeated: false };
      }
    });
  }

  /** The stored outcome. An open attempt is brought to its end first, so that there is one. */
  async outcomeOf(command: CommandIdentity, stream?: string): Promise<Outcome | undefined> {
    for (;;) {
      const entry = await this.ledger.find(command.id);
      if (!entry) return undefined;
      if ('open' in entry.state) {
        await this.end(entry.state.open);
        continue;
      }
      if (entry.hash !== command.hash || (stream !== undefined && entry.stream !== stream)) throw new CommandReused(command.id);
      return 'refused' in entry.state ? { refused: entry.state.refused } : this.acceptedIn(entry.stream, entry.state.accepted);
    }
  }

  /** Brings attempts to their end that have been open for longer than that; answers how many. */
  async endOpen(olderThanSeconds: number): Promise<number> {
    const open = await this.ledger.openFor(olderThanSeconds);
    for (const id of open) {
      const entry = await this.ledger.find(id);
      if (entry && 'open' in entry.state) await this.end(entry.state.open);
    }
    return open.length;
  }

  private inTurn<T>({ id }: CommandIdentity, stream: string, work: () => Promise<T>): Promise<T> {
    return this.turns.take(`command ${id}`, () => this.turns.take(`stream ${stream}`, work));
  }

  /** Undefined where it cannot follow: sent before, a lost race, or broken data. Its sender hears which when it comes alone. */
  private async followed(request: AppendRequest): Promise<Receipt | undefined> {
    try {
      const known = await this.ledger.find(request.command.id);
      return known ? undefined : await this.append(request);
    } catch {
      return undefined;
    }
  }

  private async written(request: AppendRequest): Promise<Receipt> {
    const { command, stream, expected, events } = request;
    for (;;) {
      const known = await this.outcomeOf(command, stream);
      if (known) return { outcome: known, repeated: true };
      const base = await this.baseOf(request);
      if (events.length === 0) {
        if (await this.ledger.unchanged(command, stream, base)) return { outcome: { accepted: { version: base, positions: [] } }, repeated: false };
        continue;
      }
      const attempt: Attempt = { base, request };
      if (!(await this.ledger.claim(attempt))) continue;
      const landed = await this.end(attempt, 'new');
      if (landed) return { outcome: { accepted: { version: base + events.length, positions: landed } }, repeated: false };
      if (typeof expected === 'number' || expected === 'none') throw new Conflict(stream, expected, await this.versionOf(stream));
    }
  }

  /**
   * How many events come before these. Throws `Conflict` where reading alone tells that it cannot be. An attempt so never points beyond
   * the end of its stream: whatever is not there when it is refused, never comes.
   */
  private async baseOf({ stream, expected, seen = [] }: AppendRequest): Promise<number> {
    for (const other of seen) {
      const actual = await this.versionOf(other.stream);
      if (actual !== other.version) throw new Conflict(other.stream, other.version, actual);
    }
    const actual = await this.versionOf(stream);
    if (!meets(expected, actual)) throw new Conflict(stream, expected, actual);
    return actual;
  }

  private async versionOf(stream: string): Promise<number> {
    const [last] = await this.wire.readStream(stream, { backwards: true, limit: 1 });
    return last ? versionOf(last) : 0;
  }

  /** Answers where it landed, or nothing when somebody else's event stands there. The ledger follows the fate. What the server did not take for its size did not land: the attempt goes, and the error is the caller's. */
  private async end(attempt: Attempt, age: 'new' | 'found' = 'found'): Promise<readonly Position[] | undefined> {
    const { id } = attempt.request.command;
    try {
      const fate = await this.landing.bring(attempt);
      await ('landed' in fate ? this.ledger.accept(id) : this.ledger.abandon(id, attempt.base));
      return 'landed' in fate ? fate.landed : undefined;
    } catch (error) {
      if (age === 'new' && error instanceof TooLarge) await this.ledger.abandon(id, attempt.base);
      throw error;
    }
  }

  private async acceptedIn(stream: string, { before, after }: { readonly before: number; readonly after: number }): Promise<Outcome> {
    const events = await this.wire.readStream(stream, { from: before + 1, limit: after - before });
    if (events.length !== after - before) throw new Corrupt(`stream ${stream} lost events that were acknowledged`);
    return { accepted: { version: after, positions: events.map(positionIn) } };
  }
}
