import type { DataSource } from 'typeorm';
import { dayOfMoment, dayOfPage, type BusinessDate, type Instant, type Recorded, type Uuid } from '@perspectief/kernel';
import { dutchLaw, type Law } from '@perspectief/law';
import { madeOf, prepared, type Codec } from '@perspectief/runtime';
import { clocksOf, type TrajectoryClock, type TrajectoryState } from '@perspectief/trajectory-domain';
import { effectiveEvents, type PointInTime, type TrajectoryFact } from './page/effective-events.js';
import { foldPage } from './page/fold-page.js';
import { trajectoryView, type TrajectoryView } from './page/trajectory-view.js';
import { timelineOf, type TimelineEntry } from './timeline/timeline.js';

/** The log, as far as pages need it. */
export interface StreamReader {
  readStream(stream: string, options?: { readonly from?: number; readonly limit?: number; readonly knownAt?: Instant }): Promise<readonly Recorded[]>;
}

export interface TrajectoryPagesOptions {
  readonly store: StreamReader;
  readonly codec: Codec;
  readonly database: DataSource;
  readonly law?: Law;
}

/** `today` is the day of whoever looks, for what a page counts in days; without it, that of this machine's clock. */
export type Look = PointInTime & { readonly today?: BusinessDate | undefined } & Facts;

/** Also of a household that was erased: the facts that stay, without persons. For who checks a log; no page asks for it. */
export interface Facts {
  readonly evenErased?: boolean | undefined;
}

interface Known {
  readonly version: number;
  readonly state: TrajectoryState;
}

interface Row extends Known {
  readonly stateVersion: number;
}

const KEPT = 500;

const streamOf = (id: Uuid): string => `trajectory-${id}`;

const pageDay = ({ today = dayOfMoment(new Date().toISOString()), ...at }: Look): BusinessDate => dayOfPage(at, today);

/** Pages of trajectories: of now by the read model's row, of any other moment by folding the log. Unknown ids have none. */
export class TrajectoryPages {
  private readonly kept = new Map<Uuid, Known>();
  private readonly law: Law;

  constructor(private readonly options: TrajectoryPagesOptions) {
    this.law = options.law ?? dutchLaw;
  }

  async trajectory(id: Uuid, look: Look = {}): Promise<TrajectoryView | undefined> {
    const { state, version } = await this.known(id, look);
    const view = trajectoryView(state, pageDay(look), this.law);
    return view && version !== undefined ? madeOf(view, { stream: streamOf(id), version }) : view;
  }

  async clocks(id: Uuid, look: Look = {}): Promise<readonly TrajectoryClock[] | undefined> {
    const { state: page } = await this.known(id, look);
    return page.phase === 'none' ? undefined : clocksOf(page, pageDay(look), this.law);
  }

  async timeline(id: Uuid, { evenErased, ...at }: PointInTime & Facts = {}): Promise<readonly TimelineEntry[] | undefined> {
    const entries = timelineOf(await (evenErased ? this.read(id) : this.readUnlessErased(id)), at);
    return entries.length === 0 ? undefined : entries;
  }

  /** With the version of a page of now. */
  private async known(id: Uuid, { asOf, knownAt, evenErased }: PointInTime & Facts): Promise<{ readonly state: TrajectoryState; readonly version?: number }> {
    if (asOf === undefined && knownAt === undefined && !evenErased) return this.current(id);
    return { state: foldPage(effectiveEvents(await (evenErased ? this.read(id) : this.readUnlessErased(id)), { asOf, knownAt })) };
  }

  /** The row's version decides what is shown; what was folded here before spares the reading. */
  private async current(id: Uuid): Promise<{ readonly state: TrajectoryState; readonly version?: number }> {
    const kept = this.kept.get(id);
    const row = await this.row(id, kept?.version);
    if (!row) return { state: foldPage([]) };
    if (kept?.version === row.version) return kept;
    const known = { version: row.version, state: await this.since(id, row) };
    this.keep(id, known);
    return known;
  }

  /** No date before the row's state is corrected after it: the projection keeps the state at each correction. */
  private async since(id: Uuid, { version, state, stateVersion }: Row): Promise<TrajectoryState> {
    const from = stateVersion + 1;
    return version < from ? state : foldPage(await this.read(id, { from, limit: version - stateVersion }), state);
  }

  private async row(id: Uuid, known: number | undefined): Promise<Row | undefined> {
    const [row] = await prepared<{ version: number; stateVersion: number; state: TrajectoryState | null }>(this.options.database, {
      name: 'trajectory page',
      text: `select version, state_version as "stateVersion", case when version is distinct from $2 then state end as state
         from read.trajectories where trajectory_id = $1 and not erased`,
      values: [id, known ?? null],
    });
    return row && { ...row, state: row.state ?? foldPage([]) };
  }

  /** Whatever the day: of a household that was erased nothing is known any more. */
  private async readUnlessErased(id: Uuid): Promise<readonly TrajectoryFact[]> {
    const erased = this.options.database.query(`select 1 from read.trajectories where trajectory_id = $1 and erased`, [id]) as Promise<unknown[]>;
    const [facts, gone] = await Promise.all([this.read(id), erased]);
    return gone.length > 0 ? [] : facts;
  }

  private async read(id: Uuid, options: { readonly from?: number; readonly limit?: number } = {}): Promise<readonly TrajectoryFact[]> {
    const stored = await this.options.store.readStream(streamOf(id), options);
    return stored.map((event) => this.options.codec.decode(event) as TrajectoryFact);
  }

  private keep(id: Uuid, known: Known): void {
    this.kept.delete(id);
    this.kept.set(id, known);
    const oldest = this.kept.keys().next();
    if (this.kept.size > KEPT && !oldest.done) this.kept.delete(oldest.value);
  }
}
