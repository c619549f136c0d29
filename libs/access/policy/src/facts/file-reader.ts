import { idOfStream, type Recorded, type Uuid } from '@perspectief/kernel';
import type { DataSource } from 'typeorm';
import type { File } from './file.js';
import { foldFacts, type Facts } from './fold.js';
import type { HouseholdFacts } from './household-facts.js';
import { householdStream, potStream, trajectoryStream } from './streams.js';
import type { TrajectoryFacts } from './trajectory-facts.js';

export interface PotFacts {
  readonly budgetId: Uuid;
  readonly municipality: string;
  readonly areas: readonly string[];
}

/** A spending request with the file that it is for. */
export interface AskedFacts {
  readonly requestId: Uuid;
  readonly budgetId: Uuid;
  readonly trajectoryId: Uuid;
  readonly requestedBy: string;
}

/** The log, as far as facts need it. */
export interface FactsSources {
  readonly store: { readStream(stream: string, options?: { readonly from?: number; readonly limit?: number }): Promise<readonly Recorded[]> };
  readonly decode: (event: Recorded) => Recorded;
  readonly database: DataSource;
  /** The log stands in this database, so that a statement there can ask whether streams have grown. Otherwise no file is given from memory. */
  readonly logIsHere?: boolean;
}

interface Known {
  readonly version: number;
  readonly facts: Facts | undefined;
}

/** How many events a stream had when it was looked at. */
export interface SeenStream {
  readonly stream: string;
  readonly version: number;
}

/** A file as this process knows it, and what has to be so in the log for it to be true. */
export interface KnownFile {
  readonly file: File;
  readonly seen: readonly SeenStream[];
}

/** What was just written to the log. */
export interface Written {
  readonly stream: string;
  readonly expected: unknown;
  readonly events: readonly object[];
}

const KEPT = 4_000;

/**
 * Facts of single files, as the log stands this moment: a right that was withdrawn is gone at once, and one that was given
 * holds for the next command. The projection's row spares the reading of what lies before it.
 */
export class FileReader {
  private readonly kept = new Map<string, Known>();
  private readonly pots = new Map<Uuid, PotFacts>();

  constructor(private readonly sources: FactsSources) {}

  /** A trajectory's file without a look at the log: whoever uses it asks the log, before anything is told, whether it still stands so. */
  knownFile(trajectoryId: Uuid): KnownFile | undefined {
    const facts = this.kept.get(trajectoryStream(trajectoryId))?.facts as TrajectoryFacts | undefined;
    return facts && this.knownOf(facts.householdId, [trajectoryId]);
  }

  /** A household's, likewise. */
  knownHome(householdId: Uuid): KnownFile | undefined {
    const home = this.kept.get(householdStream(householdId))?.facts as HouseholdFacts | undefined;
    return home && this.knownOf(householdId, home.trajectories);
  }

  /** Whether these are the streams as this process knows them. */
  knows(seen: readonly SeenStream[]): boolean {
    return seen.every(({ stream, version }) => this.kept.get(stream)?.version === version);
  }

  /** What this process wrote itself need not be read back. Of what others wrote it hears when it asks. */
  wrote({ stream, expected, events, ...shared }: Written): void {
    const known = this.kept.get(stream);
    if (!known || known.version !== expected || events.length === 0) return;
    const recorded = events.map((event) => ({ ...shared, ...event }) as Recorded);
    this.keep(stream, { version: known.version + events.length, facts: foldFacts(stream, recorded, known.facts) });
  }

  async file(trajectoryId: Uuid): Promise<File | undefined> {
    // Whose it is never changes: once known, both streams are asked at once.
    const known = this.kept.get(trajectoryStream(trajectoryId))?.facts as TrajectoryFacts | undefined;
    const ahead = known && this.facts(householdStream(known.householdId));
    const [trajectory, home] = (await Promise.all([this.facts(trajectoryStream(trajectoryId)), ahead])) as [TrajectoryFacts | undefined, HouseholdFacts | undefined];
    if (!trajectory) return undefined;
    if (home) return { household: home, trajectories: [trajectory] };
    const household = (await this.facts(householdStream(trajectory.householdId))) as HouseholdFacts | undefined;
    return household && { household, trajectories: [trajectory] };
  }

  async home(householdId: Uuid): Promise<File | undefined> {
    const household = (await this.facts(householdStream(householdId))) as HouseholdFacts | undefined;
    if (!household) return undefined;
    const all = await Promise.all(household.trajectories.map((id) => this.facts(trajectoryStream(id))));
    const trajectories = (all as (TrajectoryFacts | undefined)[]).flatMap((facts) => (facts?.householdId === householdId ? [facts] : []));
    return { household, trajectories };
  }

  async pot(budgetId: Uuid): Promise<PotFacts | undefined> {
    const known = this.pots.get(budgetId);
    if (known) return known;
    const [opened] = await this.sources.store.readStream(potStream(budgetId), { limit: 1 });
    if (opened?.type !== 'BudgetOpened') return undefined;
    const facts = { budgetId, municipality: opened.municipality, areas: [(opened.data as { readonly area: string }).area] };
    this.pots.set(budgetId, facts);
    return facts;
  }

  /** With its pot, also a request that no read model knows yet. */
  async asked(requestId: Uuid, budgetId?: Uuid): Promise<AskedFacts | undefined> {
    const [row] = (await this.sources.database.query(
      `select request_id as "requestId", budget_id as "budgetId", trajectory_id as "trajectoryId", requested_by as "requestedBy"
         from access.asked where request_id = $1`,
      [requestId],
    )) as AskedFacts[];
    const found = row ?? (budgetId === undefined ? undefined : await this.askedInLog(requestId, budgetId));
    return budgetId === undefined || found?.budgetId === budgetId ? found : undefined;
  }

  private async askedInLog(requestId: Uuid, budgetId: Uuid): Promise<AskedFacts | undefined> {
    const events = await this.sources.store.readStream(potStream(budgetId));
    const event = events.find(({ type, data }) => type === 'SpendingRequested' && (data as AskedFacts).requestId === requestId);
    if (!event) return undefined;
    const { trajectoryId, requestedBy } = event.data as AskedFacts;
    return { requestId, trajectoryId, requestedBy, budgetId: idOfStream(event.stream) };
  }

  private knownOf(householdId: Uuid, trajectoryIds: readonly Uuid[]): KnownFile | undefined {
    if (!this.sources.logIsHere) return undefined;
    const streams = [householdStream(householdId), ...trajectoryIds.map(trajectoryStream)];
    const known = streams.flatMap((stream) => this.kept.get(stream) ?? []);
    const [household, ...trajectories] = known.flatMap(({ facts }) => facts ?? []) as [HouseholdFacts, ...TrajectoryFacts[]];
    if (known.length < streams.length || trajectories.some((facts) => facts.householdId !== householdId)) return undefined;
    for (const [n, stream] of streams.entries()) this.keep(stream, known[n] as Known);
    return { file: { household, trajectories }, seen: streams.map((stream, n) => ({ stream, version: (known[n] as Known).version })) };
  }

  /** The server came back, and may be another, behind the first: what was read before counts for nothing. */
  forget(): void {
    this.kept.clear();
  }

  private async facts(stream: string): Promise<Facts | undefined> {
    const known = this.kept.get(stream) ?? (await this.row(stream));
    const fresh = await this.sources.store.readStream(stream, { from: known.version + 1 });
    const last = fresh.at(-1);
    if (!last) return this.keep(stream, known);
    return this.keep(stream, { version: last.streamVersion, facts: foldFacts(stream, fresh.map(this.sources.decode), known.facts) });
  }

  private async row(stream: string): Promise<Known> {
    const [row] = (await this.sources.database.query(`select version, facts from access.streams where stream = $1`, [stream])) as Known[];
    return row ?? { version: 0, facts: undefined };
  }

  private keep(stream: string, known: Known): Facts | undefined {
    if (known.facts === undefined) return undefined;
    this.kept.delete(stream);
    this.kept.set(stream, known);
    const oldest = this.kept.keys().next();
    if (this.kept.size > KEPT && !oldest.done) this.kept.delete(oldest.value);
    return known.facts;
  }
}
