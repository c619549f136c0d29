import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { deriveId, fold, isRefused, refuse, toLocal, type Actor, type CommandMeta, type Decision, type Instant, type LocalDateTime, type Recorded, type Uuid } from '@perspectief/kernel';
import { studyDecider, studyEvents, type StudyCommand, type StudyEvent, type StudyRefusal, type StudyState } from '@perspectief/evaluation-studies';
import { StudyKeys, type StudySeal } from './study-keys.js';

export interface StudySender {
  readonly commandId: Uuid;
  readonly actor: Actor;
  readonly municipality: string;
  readonly now: Instant;
}

interface Row {
  readonly study_id: Uuid;
  readonly version: number;
  readonly event_id: Uuid;
  readonly type: StudyEvent['type'];
  readonly data: object;
  readonly happened_on: LocalDateTime;
  readonly recorded_at: Date;
  readonly actor_id: string;
  readonly actor_role: string;
  readonly municipality: string;
  readonly command_id: Uuid;
}

/** A study that was begun, with what happened to it. */
export interface KnownStudy {
  readonly state: Exclude<StudyState, { readonly phase: 'none' }>;
  readonly history: readonly Recorded<StudyEvent>[];
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const recordedOf = (row: Row): Recorded<StudyEvent> =>
  ({
    type: row.type, data: row.data, id: row.event_id, stream: `study-${row.study_id}`, streamVersion: row.version, schemaVersion: 1,
    position: String(row.version).padStart(16, '0'), happenedOn: row.happened_on, recordedAt: row.recorded_at.toISOString(),
    actor: { id: row.actor_id, role: row.actor_role }, commandId: row.command_id, correlationId: row.command_id, causationId: row.command_id, municipality: row.municipality,
  }) as Recorded<StudyEvent>;

const INSERT = `insert into evaluation.study_events
  (study_id, version, event_id, type, data, happened_on, recorded_at, actor_id, actor_role, municipality, command_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/** A card says whose cases are looked at: where nobody said so, those of who drafts it. */
const sayingWhose = (command: StudyCommand, { municipality }: StudySender): StudyCommand =>
  command.type === 'DraftStudy' ? { ...command, data: { ...command.data, card: { ...command.data.card, municipalities: command.data.card.municipalities ?? [municipality] } } } : command;

/** Studies in the evaluation's own schema: the same way as everywhere, a command is decided on what happened and leaves facts. */
export class Studies {
  readonly keys: StudyKeys;

  constructor(
    private readonly database: DataSource,
    seal: StudySeal,
  ) {
    this.keys = new StudyKeys(database, seal);
  }

  /** A command that came before, from the same person, is answered as then, and writes nothing. */
  run(command: StudyCommand, sender: StudySender): Promise<Decision<StudyEvent, StudyRefusal>> {
    return this.database.transaction((manager) => this.runIn(manager, command, sender));
  }

  /** In a transaction of the caller, which holds the study until it ends: what goes with the facts is kept with them, or not at all. */
  async runIn(manager: EntityManager, command: StudyCommand, sender: StudySender): Promise<Decision<StudyEvent, StudyRefusal>> {
    const { studyId } = command.data;
    await this.hold(manager, studyId);
    const history = await this.historyOf(studyId, manager);
    const earlier = history.filter(({ commandId }) => commandId === sender.commandId);
    if (earlier.some(({ actor }) => actor.id !== sender.actor.id)) return refuse('COMMAND_ID_REUSED', { field: 'commandId' });
    if (earlier.length > 0) return { accepted: earlier.map(({ type, data }) => ({ type, data }) as StudyEvent) };
    const decision = studyDecider.decide(sayingWhose(command, sender), fold(studyDecider, history), metaOf(sender), { digest }) as Decision<StudyEvent, StudyRefusal>;
    if (!isRefused(decision)) await this.append(manager, studyId, history.length, decision.accepted, sender);
    return decision;
  }

  /** Nobody else changes the study until the transaction ends. */
  async hold(manager: EntityManager, studyId: Uuid): Promise<void> {
    await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 7704))`, [studyId]);
  }

  async find(studyId: Uuid): Promise<KnownStudy | undefined> {
    const history = await this.historyOf(studyId, this.database.manager);
    const state = fold(studyDecider, history) as StudyState;
    return state.phase === 'none' ? undefined : { state, history };
  }

  /** Studies of a municipality, the latest first. */
  async list(municipality: string): Promise<readonly KnownStudy[]> {
    const ids: { study_id: Uuid }[] = await this.database.query(
      `select study_id from evaluation.study_events where municipality = $1 and version = 1 order by recorded_at desc, study_id`, [municipality]);
    const found = await Promise.all(ids.map(({ study_id }) => this.find(study_id)));
    return found.filter((one) => one !== undefined);
  }

  private async historyOf(studyId: Uuid, manager: EntityManager): Promise<readonly Recorded<StudyEvent>[]> {
    const rows: Row[] = await manager.query(`select * from evaluation.study_events where study_id = $1 order by version`, [studyId]);
    return rows.map(recordedOf);
  }

  private async append(manager: EntityManager, studyId: Uuid, before: number, events: readonly StudyEvent[], { commandId, actor, municipality, now }: StudySender): Promise<void> {
    for (const [index, { type, data }] of events.entries()) {
      const fitting = studyEvents[type].schema.strict().parse(data);
      const version = before + index + 1;
      await manager.query(INSERT, [studyId, version, deriveId('study event', studyId, version), type, JSON.stringify(fitting), toLocal(now), now, actor.id, actor.role, municipality, commandId]);
    }
  }
}

const metaOf = ({ commandId, actor, now }: StudySender): CommandMeta =>
  ({ commandId, correlationId: commandId, causationId: commandId, actor, happenedOn: toLocal(now), now, nowLocal: toLocal(now) });
