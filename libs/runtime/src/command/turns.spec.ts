import fc from 'fast-check';
import { deriveId, refuse } from '@perspectief/kernel';
import { Conflict, MemoryEventStore, Unavailable, type AppendRequest, type Receipt } from '@perspectief/event-store';
import { StandingClock } from '../clock.js';
import { anyJarOwner, CAPACITY } from '../testing/jar.js';
import { CommandPath } from './command-path.js';
import type { CommandAnswer } from './request.js';
import type { AnyStreamOwner } from './stream-owner.js';

const clock = new StandingClock('2024-06-01T10:00:00.000Z');
const actor = { id: 'coach', role: 'neighbourhood-coach' };
const jarId = deriveId('jar');
const stream = `jar-${jarId}`;
let nth = 0;
const adding = (marbles: number, commandId = deriveId('turns', (nth += 1)), into = jarId) => ({ type: 'AddMarble', data: { jarId: into, marbles }, commandId, actor });
const pathOn = (store: MemoryEventStore, owner: AnyStreamOwner = anyJarOwner) => new CommandPath(store, [owner], clock);
const versionOf = (answer: CommandAnswer): number => ('accepted' in answer ? answer.accepted.version : -1);
const everythingElse = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Each append waits until the test lets it through, or breaks it. */
class Gated extends MemoryEventStore {
  readonly rows: number[] = [];
  private isOpen = false;
  private readonly gates: ((error?: Error) => void)[] = [];

  override append(request: AppendRequest): Promise<Receipt> {
    return this.behindGate(1, () => super.append(request));
  }
  override appendInTurn(requests: readonly [AppendRequest, ...AppendRequest[]]): Promise<readonly Receipt[]> {
    return this.behindGate(requests.length, () => super.appendInTurn(requests));
  }
  /** Lets the append that is on its way through, or breaks it, and then all that follows from it. */
  async open(error?: Error): Promise<void> {
    this.gates.shift()?.(error);
    await everythingElse();
  }
  openForGood(): void {
    this.isOpen = true;
    for (const gate of this.gates) gate();
  }
  private async behindGate<T>(row: number, write: () => Promise<T>): Promise<T> {
    this.rows.push(row);
    const error = this.isOpen ? undefined : await new Promise<Error | undefined>((resolve) => this.gates.push(resolve));
    if (error) throw error;
    return write();
  }
}

/** Sends all at once, and lets the decisions be made before anything is written. */
const underWay = async (store: Gated, amounts: readonly number[]) => {
  const path = pathOn(store);
  const first = path.handle(adding(amounts[0] ?? 0));
  await everythingElse();
  const answered: number[] = [];
  const others = amounts.slice(1).map(async (marbles, n) => {
    const answer = await path.handle(adding(marbles));
    answered.push(n);
    return answer;
  });
  await everythingElse();
  return { path, first, others, answered };
};

test('while one append is on its way, the next commands are decided, written together, and answered when they are written', async () => {
  const store = new Gated();
  const { first, others, answered } = await underWay(store, [1, 1, 1, 1, 1]);
  await store.open();
  expect(versionOf(await first)).toBe(1);
  expect(answered).toEqual([]);
  await store.open();
  expect((await Promise.all(others)).map(versionOf)).toEqual([2, 3, 4, 5]);
  expect(store.rows).toEqual([1, 4]);
});

test('a no that was decided on marbles still in the air is decided again on the log: they may never land', async () => {
  const store = new Gated();
  const { first, others } = await underWay(store, [CAPACITY, 3]);
  const heard = first.catch((error: unknown) => error);
  await store.open(new Unavailable(new Error('gone')));
  expect(await heard).toBeInstanceOf(Unavailable);
  await store.open();
  expect(await others[0]).toMatchObject({ accepted: { version: 1 } });
});

test('a no waits for the marbles before it to land', async () => {
  const store = new Gated();
  const { first, others, answered } = await underWay(store, [CAPACITY, 3]);
  expect(answered).toEqual([]);
  await store.open();
  await first;
  expect(await others[0]).toMatchObject({ refused: { code: 'JAR_FULL', facts: { room: 0 } } });
});

test('when one falls, all that were decided after it are decided again, and none is lost or written twice', async () => {
  const store = new Gated();
  const { first, others } = await underWay(store, [4, 1, 1, 1]);
  const heard = first.catch((error: unknown) => error);
  await store.open(new Unavailable(new Error('gone')));
  expect(await heard).toBeInstanceOf(Unavailable);
  store.openForGood();
  expect((await Promise.all(others)).map(versionOf)).toEqual([1, 2, 3]);
});

test('another process in between: everybody decides again on what it wrote', async () => {
  const store = new Gated();
  const { first, others } = await underWay(store, [4, 4]);
  const theirs = pathOn(store).handle(adding(5));
  await everythingElse();
  await store.open(new Conflict(stream, 0, 1));
  store.openForGood();
  const answers = await Promise.all([first, ...others, theirs]);
  const marbles = (await store.readStream(stream)).reduce((sum, { data }) => sum + (data as { marbles: number }).marbles, 0);
  expect(marbles).toBeLessThanOrEqual(CAPACITY);
  expect(answers.filter((answer) => 'accepted' in answer)).toHaveLength(2);
});

test('the same command twice among others is one command, and the others are all written', async () => {
  const store = new MemoryEventStore();
  const path = pathOn(store);
  const twice = adding(1);
  const answers = await Promise.all([adding(1), twice, adding(1), twice, adding(1)].map((command) => path.handle(command)));
  expect(answers.map((answer) => 'accepted' in answer && answer.accepted.repeated)).toEqual([false, false, false, true, false]);
  expect(await store.readStream(stream)).toHaveLength(4);
});

describe('another stream that a decision looks at', () => {
  const lid = deriveId('lid');
  const looking: AnyStreamOwner = {
    ...anyJarOwner,
    looksAt: ({ data }) => ((data as { jarId: string }).jarId === lid ? [] : [{ category: 'jar', id: lid }]),
    gather: async (_command, _known, sources) => ({ lid: await sources.stateOf<number>('jar', lid) }),
    decider: {
      ...anyJarOwner.decider,
      decide: (command, state, meta, context) =>
        (command.data as { jarId: string }).jarId !== lid && (context as { lid: number }).lid > 1 ? refuse('LID_ON') : anyJarOwner.decider.decide(command, state, meta, { shelf: 0 }),
    },
  };

  class Counting extends MemoryEventStore {
    reads: string[] = [];
    override readStream(...args: Parameters<MemoryEventStore['readStream']>): ReturnType<MemoryEventStore['readStream']> {
      this.reads.push(args[0]);
      return super.readStream(...args);
    }
  }

  test('is not read again by who knows it, and the append asks whether it still stands so', async () => {
    const store = new Counting();
    const path = pathOn(store, looking);
    for (const into of [lid, jarId, jarId]) await path.handle(adding(1, undefined, into));
    store.reads = [];
    expect(await path.handle(adding(1))).toMatchObject({ accepted: { version: 3 } });
    expect(store.reads).toEqual([]);
  });

  test('that somebody else changed meanwhile is seen before anything is written', async () => {
    const store = new MemoryEventStore();
    const [mine, theirs] = [pathOn(store, looking), pathOn(store, looking)];
    for (const into of [lid, jarId]) await mine.handle(adding(1, undefined, into));
    await theirs.handle(adding(1, undefined, lid));
    expect(await mine.handle(adding(1))).toMatchObject({ refused: { code: 'LID_ON' }, repeated: false });
    expect(await store.readStream(stream)).toHaveLength(1);
  });
});

/** Loses answers before or after it wrote, by a list of accidents. */
class Shaky extends MemoryEventStore {
  constructor(private readonly accidents: ('before' | 'after' | 'none')[]) {
    super();
  }
  override append(request: AppendRequest): Promise<Receipt> {
    return this.shaken(() => super.append(request));
  }
  override appendInTurn(requests: readonly [AppendRequest, ...AppendRequest[]]): Promise<readonly Receipt[]> {
    return this.shaken(() => super.appendInTurn(requests));
  }
  private async shaken<T>(write: () => Promise<T>): Promise<T> {
    const accident = this.accidents.shift();
    if (accident === 'before') throw new Unavailable(new Error('gone'));
    const answer = await write();
    if (accident === 'after') throw new Unavailable(new Error('gone'));
    return answer;
  }
}

test('whatever is lost on the way, sent until it is answered every command has one outcome, and no jar holds too much', async () => {
  const accident = fc.constantFrom('before', 'after', 'none', 'none');
  const senders = fc.array(fc.record({ marbles: fc.integer({ min: 0, max: 5 }), process: fc.nat(1), twice: fc.boolean() }), { minLength: 1, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(fc.array(accident, { maxLength: 12 }), senders, async (accidents, sent) => {
      const store = new Shaky([...accidents]);
      const paths = [pathOn(store), pathOn(store)];
      const answered = async (path: CommandPath | undefined, command: ReturnType<typeof adding>): Promise<CommandAnswer | undefined> =>
        path?.handle(command).catch((error: unknown) => {
          if (!(error instanceof Unavailable)) throw error;
          return answered(path, command);
        });
      const commands = sent.map((sender) => ({ ...sender, command: adding(sender.marbles) }));
      const answers = await Promise.all(
        commands.flatMap(({ process, twice, command }) => [answered(paths[process], command), ...(twice ? [answered(paths[1 - process], command)] : [])]),
      );
      const events = await store.readStream(stream);
      expect(events.reduce((sum, { data }) => sum + (data as { marbles: number }).marbles, 0)).toBeLessThanOrEqual(CAPACITY);
      expect(new Set(events.map(({ commandId }) => commandId)).size).toBe(events.length);
      const yes = new Set(answers.flatMap((answer) => (answer && 'accepted' in answer && answer.accepted.events > 0 ? [answer.accepted.position] : [])));
      expect(yes).toEqual(new Set(events.map(({ position }) => position)));
    }),
    { numRuns: 150 },
  );
});
