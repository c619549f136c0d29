import {
  deriveId,
  HouseholdKeysDestroyed,
  isRefused,
  isUuid,
  parseLocalDateTime,
  toLocal,
  type AnyCommand,
  type AnyEvent,
  type CommandMeta,
  type KeyHolder,
  type Refusal,
  type Uuid,
} from '@perspectief/kernel';
import { CommandReused, Conflict, type AppendRequest, type EventStore, type Receipt } from '@perspectief/event-store';
import type { Clock } from '../clock.js';
import { answerOf, isReused, refusal, reused } from './answers.js';
import { askedIn, digestWith } from './digest.js';
import { KeyedQueue } from './keyed-queue.js';
import { OtherStreams } from './other-streams.js';
import type { CommandAnswer, CommandRequest } from './request.js';
import { sealed } from './sealing.js';
import type { Decided, Ready } from './stages.js';
import { StreamLoader } from './stream-loader.js';
import type { AnyStreamOwner, StreamOwner } from './stream-owner.js';
import { Overtaken, Turns, type OnItsWay } from './turns.js';
import { validated } from './validate.js';

type Owner = StreamOwner;

const placed = (receipt: Receipt): OnItsWay => ({ receipt: Promise.resolve(receipt) });

/** Nothing is written about a household that was erased. */
const ERASED: Refusal = { code: 'HOUSEHOLD_ERASED', field: 'householdId' };

/** How often a lost race is decided again before the sender hears Conflict; the queue below keeps it rare in one process. */
const ATTEMPTS = 40;

/** How often a command whose ground fell away is decided on trust again, before it waits for a look at the log. */
const TRUSTING = 3;

/** The one way in: validate, load, decide, append, answer with the position. The sender never sees a half of it. */
export class CommandPath {
  private readonly owners = new Map<string, Owner>();
  private readonly queue = new KeyedQueue();
  private readonly loader: StreamLoader;
  private readonly turns: Turns;
  private readonly others: OtherStreams;

  constructor(
    private readonly store: EventStore,
    owners: readonly AnyStreamOwner[],
    private readonly clock: Clock,
    /** Without it nothing is sealed: for streams that hold no personal data, and for specs. */
    private readonly keys?: KeyHolder,
  ) {
    const byCategory = new Map<string, Owner>();
    for (const owner of owners) {
      byCategory.set(owner.category, owner);
      for (const type of [...Object.keys(owner.inputs), ...owner.internal]) this.owners.set(type, owner);
    }
    this.loader = new StreamLoader(store, keys);
    this.turns = new Turns(store, this.loader);
    this.others = new OtherStreams(store, this.loader, byCategory);
  }

  /** Hears of each append of this process once it is in the log, in the order of each stream. */
  onWritten(listener: (written: AppendRequest) => void): void {
    this.turns.onWritten(listener);
  }

  /** Names of the commands that may come from outside. */
  commandTypes(): readonly string[] {
    return [...this.owners].filter(([type, owner]) => type in owner.inputs).map(([type]) => type);
  }

  /** The server came back, and may be another, behind the first: what was read before counts for nothing. */
  forget(): void {
    this.loader.forgetAll();
  }

  /** Begins to read the stream of a command that is being let in, unless it is known: what is found is a moment old when the command comes. */
  readAhead(type: string, data: Readonly<Record<string, unknown>>): void {
    const owner = this.owners.get(type);
    const id = owner && data[owner.idField];
    if (owner && isUuid(id) && !this.loader.known(`${owner.category}-${id}`)) this.loader.load(owner, `${owner.category}-${id}`).catch(() => undefined);
  }

  /** From outside: everything is checked. Throws only for broken wires. */
  async handle(request: CommandRequest): Promise<CommandAnswer> {
    const owner = this.owners.get(request.type);
    const Input = owner?.inputs[request.type as never];
    if (!owner || !Input) return refusal('UNKNOWN_COMMAND', 'type');
    if (!isUuid(request.commandId)) return refusal('INVALID_INPUT', 'commandId');
    const checked = await validated(Input, request.data);
    if ('refused' in checked) return { ...checked, repeated: false };
    return this.send({ ...request, data: checked.data, fromOutside: true });
  }

  /** From inside (policies, the clock): data are the program's own. Where somebody outside reckoned its id and used it up, it goes under one that takes the keys. */
  async send(request: CommandRequest & { readonly data: object }): Promise<CommandAnswer> {
    const answer = await this.sendUnder(request.commandId, request);
    return isReused(answer) && !request.fromOutside ? this.sendUnder(deriveId('inside', await digestWith(this.keys, request.commandId)), request) : answer;
  }

  private async sendUnder(commandId: Uuid, request: CommandRequest & { readonly data: object }): Promise<CommandAnswer> {
    const owner = this.owners.get(request.type);
    if (!owner) throw new Error(`no context decides ${request.type}`);
    const now = this.clock.now();
    const nowLocal = toLocal(now);
    const happenedOn = request.happenedOn === undefined ? nowLocal : parseLocalDateTime(request.happenedOn);
    if (!happenedOn) return refusal('INVALID_INPUT', 'happenedOn');
    const command = { type: request.type, data: request.data };
    const meta: CommandMeta = {
      commandId,
      correlationId: request.correlationId ?? commandId,
      causationId: request.causationId ?? commandId,
      actor: request.actor,
      happenedOn,
      now,
      nowLocal,
    };
    const stream = `${owner.category}-${String((request.data as Record<string, unknown>)[owner.idField])}`;
    const ahead = this.others.ahead(owner.looksAt?.(command) ?? []);
    const identity = { id: commandId, hash: await digestWith(this.keys, askedIn(command, request.actor)) };
    return this.decideUntilWritten({ owner, command, meta, stream, identity, ahead, cleared: request.cleared });
  }

  private async decideUntilWritten(ready: Ready): Promise<CommandAnswer> {
    for (let [attempt, overtaken] = [1, 0]; ; ) {
      const look = attempt === 1 && overtaken < TRUSTING ? 'trust' : 'read';
      try {
        const { receipt } = await this.queue.run(ready.stream, () => this.decideOnce(ready, look));
        return answerOf(ready.stream, await receipt);
      } catch (error) {
        if (error instanceof CommandReused) return reused;
        if (error instanceof HouseholdKeysDestroyed) {
          await ready.cleared?.when;
          return answerOf(ready.stream, await this.store.remember(ready.identity, ready.stream, ERASED));
        }
        // This ends: who reads first comes first, and is not overtaken.
        if (error instanceof Overtaken) overtaken += 1;
        else if (error instanceof Conflict && attempt < ATTEMPTS) await this.lostRace(ready, error, attempt++);
        else throw error;
      }
    }
  }

  private async lostRace({ stream }: Ready, conflict: Conflict, attempt: number): Promise<void> {
    if (attempt === 1) this.loader.lostRace(conflict.stream);
    else this.loader.forget(stream);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(attempt, 10) * 5));
  }

  /** Leaves the queue with a place in the log, or with an outcome. */
  private async decideOnce(ready: Ready, look: 'trust' | 'read'): Promise<OnItsWay> {
    const { owner, command, meta, stream, identity, cleared } = ready;
    const claim = owner.claimBefore?.(command);
    const guessing = look === 'trust' && !claim;
    const trusted = guessing ? this.turns.trusted(stream, cleared?.standing) : undefined;
    const others = guessing ? ready.ahead : this.others.fresh;
    if (!trusted) await this.turns.settled(stream);
    const loaded = trusted ?? (await this.loader.load(owner, stream));
    const context = await owner.gather(command, { state: loaded.state, stream, meta }, others);
    const householdId = owner.privacy.householdOf(command, { state: loaded.state, stream, context });
    const erased = householdId !== undefined && (await this.keys?.isErased(householdId));
    const decision = erased ? { refused: ERASED } : owner.decider.decide(command, loaded.state, meta, context);
    // Only what is appended proves that nobody else wrote meanwhile; a no, or nothing, is decided on the log itself.
    if ((trusted || others.seen.length > 0) && (isRefused(decision) || decision.accepted.length === 0)) return this.decideOnce(ready, 'read');
    if (isRefused(decision) || claim) await cleared?.when;
    if (isRefused(decision)) return placed(await this.store.remember(identity, stream, decision.refused));
    // What was refused once must not claim again: the claim would outlive the stored no.
    const known = claim && (await this.store.outcomeOf(identity));
    if (known) return placed({ outcome: known, repeated: true });
    const lost = claim && (await this.loseClaim(claim, meta));
    if (lost) return placed(await this.store.remember(identity, stream, lost));
    const municipality = loaded.municipality ?? owner.municipalityOf(command, context);
    return this.write(ready, { loaded, municipality, householdId, seen: others.seen, events: decision.accepted });
  }

  private async write({ owner, meta, stream, identity, cleared }: Ready, { loaded, municipality, householdId, seen, events }: Decided): Promise<OnItsWay> {
    const { actor, correlationId, causationId, happenedOn, now } = meta;
    const codec = this.loader.codecOf(owner);
    const plain = events.map((event, n) => ({ id: deriveId(identity.id, n), ...codec.encode(event), happenedOn }));
    const whose = { stream, householdId, scopeOf: (event: AnyEvent) => owner.privacy.scopeOf(event, loaded.state) };
    const request: AppendRequest = {
      ...{ stream, expected: loaded.version, seen, command: identity, actor, correlationId, causationId, municipality, recordedAt: this.clock.recordedAt() },
      events: this.keys ? await sealed(plain, codec, this.keys, whose) : plain,
    };
    await cleared?.when;
    return this.turns.append(request, loaded, () => this.loader.ahead(owner, loaded, { ...request, events: plain }, now));
  }

  private async loseClaim(claim: AnyCommand, meta: CommandMeta): Promise<Refusal | undefined> {
    const { commandId: causationId, actor, correlationId, happenedOn } = meta;
    const answer = await this.send({ ...claim, commandId: deriveId(causationId, 'claim'), happenedOn, actor, correlationId, causationId });
    return 'refused' in answer ? answer.refused : undefined;
  }
}
