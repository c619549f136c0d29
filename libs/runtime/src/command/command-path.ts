import {
  deriveId,
  isRefused,
  isUuid,
  parseLocalDateTime,
  toLocal,
  type AnyCommand,
  type AnyEvent,
  type CommandMeta,
  type Refusal,
} from '@perspectief/kernel';
import { CommandReused, Conflict, type AppendRequest, type CommandIdentity, type EventStore, type Receipt } from '@perspectief/event-store';
import type { Clock } from '../clock.js';
import { digest } from './digest.js';
import { KeyedQueue } from './keyed-queue.js';
import type { CommandAnswer, CommandRequest } from './request.js';
import { StreamLoader, type LoadedStream } from './stream-loader.js';
import type { AnyStreamOwner, Sources, StreamOwner } from './stream-owner.js';
import { validated } from './validate.js';

type Owner = StreamOwner;
interface Ready {
  readonly owner: Owner;
  readonly command: AnyCommand;
  readonly meta: CommandMeta;
  readonly stream: string;
  readonly identity: CommandIdentity;
  /** Other streams as they were read while the command waited. */
  readonly seen: Sources;
}

/** How often a lost race is decided again before the sender hears Conflict; the queue below keeps it rare in one process. */
const ATTEMPTS = 40;

const refusal = (code: string, field: string): CommandAnswer => ({ refused: { code, field }, repeated: false });

/** The one way in: validate, load, decide, append, answer with the position. The sender never sees a half of it. */
export class CommandPath {
  private readonly owners = new Map<string, Owner>();
  private readonly queue = new KeyedQueue();
  private readonly loader: StreamLoader;
  private readonly sources: Sources;

  constructor(
    private readonly store: EventStore,
    owners: readonly AnyStreamOwner[],
    private readonly clock: Clock,
  ) {
    const byCategory = new Map<string, Owner>();
    for (const owner of owners) {
      byCategory.set(owner.category, owner);
      for (const type of [...Object.keys(owner.inputs), ...owner.internal]) this.owners.set(type, owner);
    }
    this.loader = new StreamLoader(store);
    this.sources = {
      stateOf: async <State>(category: string, id: string) => {
        const owner = byCategory.get(category);
        if (!owner) throw new Error(`no context owns ${category}`);
        return (await this.loader.load(owner, `${category}-${id}`)).state as State;
      },
      eventsOf: (stream) => store.readStream(stream),
    };
  }

  /** Names of the commands that may come from outside. */
  commandTypes(): readonly string[] {
    return [...this.owners].filter(([type, owner]) => type in owner.inputs).map(([type]) => type);
  }

  /** From outside: everything is checked. Throws only for broken wires and for a command id used with another body. */
  async handle(request: CommandRequest): Promise<CommandAnswer> {
    const owner = this.owners.get(request.type);
    const Input = owner?.inputs[request.type as never];
    if (!owner || !Input) return refusal('UNKNOWN_COMMAND', 'type');
    if (!isUuid(request.commandId)) return refusal('INVALID_INPUT', 'commandId');
    const checked = await validated(Input, request.data);
    if ('refused' in checked) return { ...checked, repeated: false };
    return this.send({ ...request, data: checked.data });
  }

  /** From inside (policies, the clock): the data are the program's own. */
  async send(request: CommandRequest & { readonly data: object }): Promise<CommandAnswer> {
    const owner = this.owners.get(request.type);
    if (!owner) throw new Error(`no context decides ${request.type}`);
    const now = this.clock.now();
    const nowLocal = toLocal(now);
    const happenedOn = request.happenedOn === undefined ? nowLocal : parseLocalDateTime(request.happenedOn);
    if (!happenedOn) return refusal('INVALID_INPUT', 'happenedOn');
    const command = { type: request.type, data: request.data };
    const meta: CommandMeta = {
      commandId: request.commandId,
      correlationId: request.correlationId ?? request.commandId,
      causationId: request.causationId ?? request.commandId,
      actor: request.actor,
      happenedOn,
      now,
      nowLocal,
    };
    const stream = `${owner.category}-${String((request.data as Record<string, unknown>)[owner.idField])}`;
    const identity = { id: request.commandId, hash: digest(command) };
    const seen = this.lookingAhead(owner.looksAt?.(command) ?? []);
    return this.queue.run(stream, () => this.decideUntilWritten({ owner, command, meta, stream, identity, seen }));
  }

  private async decideUntilWritten(ready: Ready): Promise<CommandAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return answerOf(ready.stream, await this.decideOnce(ready, attempt === 1 ? 'trust' : 'read'));
      } catch (error) {
        if (error instanceof CommandReused) return refusal('COMMAND_ID_REUSED', 'commandId');
        if (!(error instanceof Conflict) || attempt >= ATTEMPTS) throw error;
        if (attempt === 1) this.loader.lostRace(ready.stream);
        else this.loader.forget(ready.stream);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(attempt, 10) * 5));
      }
    }
  }

  private async decideOnce(ready: Ready, look: 'trust' | 'read'): Promise<Receipt> {
    const { owner, command, meta, stream, identity, seen } = ready;
    const claim = owner.claimBefore?.(command);
    const trusted = look === 'trust' && !claim ? this.loader.trusted(stream) : undefined;
    const loaded = trusted ?? (await this.loader.load(owner, stream));
    const context = await owner.gather(command, { state: loaded.state, stream, meta }, look === 'trust' ? seen : this.sources);
    const decision = owner.decider.decide(command, loaded.state, meta, context);
    // Only what is appended proves that nobody else wrote meanwhile; a no, or nothing, is decided on the log itself.
    if (trusted && (isRefused(decision) || decision.accepted.length === 0)) return this.decideOnce(ready, 'read');
    if (isRefused(decision)) return this.store.remember(identity, stream, decision.refused);
    // What was refused once must not claim again: the claim would outlive the stored no.
    const known = claim && (await this.store.outcomeOf(identity));
    if (known) return { outcome: known, repeated: true };
    const lost = claim && (await this.loseClaim(claim, meta));
    if (lost) return this.store.remember(identity, stream, lost);
    return this.write(ready, loaded, loaded.municipality ?? owner.municipalityOf(command, context), decision.accepted);
  }

  private async write({ owner, meta, stream, identity }: Ready, loaded: LoadedStream, municipality: string, events: readonly AnyEvent[]): Promise<Receipt> {
    const { actor, correlationId, causationId, happenedOn, now } = meta;
    const codec = this.loader.codecOf(owner);
    const request: AppendRequest = {
      ...{ stream, expected: loaded.version, command: identity, actor, correlationId, causationId, municipality, recordedAt: this.clock.recordedAt() },
      events: events.map((event, n) => ({ id: deriveId(identity.id, n), ...codec.encode(event), happenedOn })),
    };
    const receipt = await this.store.append(request);
    this.loader.wrote(owner, loaded, request, receipt, now);
    return receipt;
  }

  /** Begins to read now; each is asked for once, so what is read is never older than the command. */
  private lookingAhead(streams: readonly { readonly category: string; readonly id: string }[]): Sources {
    if (streams.length === 0) return this.sources;
    const { stateOf, eventsOf } = this.sources;
    const begun = new Map(streams.map(({ category, id }) => [`${category}-${id}`, stateOf(category, id)]));
    for (const reading of begun.values()) reading.catch(() => undefined);
    return { eventsOf, stateOf: <State>(category: string, id: string) => (begun.get(`${category}-${id}`) as Promise<State> | undefined) ?? stateOf(category, id) };
  }

  private async loseClaim(claim: AnyCommand, meta: CommandMeta): Promise<Refusal | undefined> {
    const answer = await this.send({
      ...claim,
      commandId: deriveId(meta.commandId, 'claim'),
      happenedOn: meta.happenedOn,
      actor: meta.actor,
      correlationId: meta.correlationId,
      causationId: meta.commandId,
    });
    return 'refused' in answer ? answer.refused : undefined;
  }
}

const answerOf = (stream: string, { outcome, repeated }: Receipt): CommandAnswer =>
  'refused' in outcome
    ? { refused: outcome.refused, repeated }
    : {
        accepted: {
          stream,
          version: outcome.accepted.version,
          position: outcome.accepted.positions.at(-1),
          events: outcome.accepted.positions.length,
          repeated,
        },
      };
