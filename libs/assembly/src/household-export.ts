import type { DataSource } from 'typeorm';
import type { EventStore } from '@perspectief/event-store';
import type { HouseholdView, Households } from '@perspectief/household-read';
import type { Recorded, Seal, Uuid } from '@perspectief/kernel';
import type { DecisionRecord } from '@perspectief/pooled-budget-read';
import type { PersonalData } from '@perspectief/privacy';
import type { TimelineEntry, TrajectoryPages, TrajectoryView } from '@perspectief/trajectory-read';
import type { BudgetReading } from './budget-reading.js';

/** One thing that was recorded, as it was written. */
export type ExportedFact = Pick<Recorded, 'id' | 'type' | 'happenedOn' | 'recordedAt' | 'actor' | 'data'>;

/** Everything that is kept of a household, opened: what it may ask for under AVG 15. Amounts are whole cents. */
export interface HouseholdExport {
  readonly made: string;
  readonly household: HouseholdView;
  readonly trajectories: readonly { readonly page: TrajectoryView; readonly timeline: readonly TimelineEntry[] }[];
  readonly spending: readonly DecisionRecord[];
  readonly facts: readonly ExportedFact[];
}

export interface ExportSources {
  readonly store: EventStore;
  readonly households: Households;
  readonly pages: TrajectoryPages;
  readonly budgets: BudgetReading;
  readonly personalData: PersonalData;
  readonly database: DataSource;
  decode(event: Recorded): Recorded;
}

const REQUESTS = `select request_id as id from read.spending_requests where trajectory_id = any($1::uuid[]) order by requested_on, request_id`;
const POTS = `select distinct budget_id as id from read.household_spend where trajectory_id = any($1::uuid[]) order by 1`;

const present = <T>(value: T | undefined): value is T => value !== undefined;

const factOf = ({ id, type, happenedOn, recordedAt, actor, data }: Recorded): ExportedFact => ({ id, type, happenedOn, recordedAt, actor, data });

/** Gathers what is kept of one household, for that household. Whether somebody may have it is decided before. */
export class HouseholdExports {
  constructor(private readonly sources: ExportSources) {}

  /** Undefined for one that is not there, or was erased. `may` bounds what is opened; the household itself may read it all. */
  async export(householdId: Uuid, now: Date, may: (seal: Seal) => boolean = (seal) => seal.householdId === householdId): Promise<HouseholdExport | undefined> {
    const all = await this.gather(householdId, now);
    return all && this.sources.personalData.open(all, may);
  }

  /** The same with personal texts sealed, for an edge that opens what its reader may see. */
  async gather(householdId: Uuid, now: Date): Promise<HouseholdExport | undefined> {
    const { households, pages, budgets } = this.sources;
    const household = await households.household(householdId);
    if (!household || household.erased) return undefined;
    const own = await this.eventsOf(`household-${householdId}`);
    const ids = [...new Set(own.filter(({ type }) => type === 'TrajectoryClaimed').map(({ data }) => (data as { trajectoryId: Uuid }).trajectoryId))];
    const views = (await Promise.all(ids.map((id) => pages.trajectory(id)))).filter(present).filter((page) => page.householdId === householdId);
    const trajectories = await Promise.all(views.map(async (page) => ({ page, timeline: (await pages.timeline(page.id)) ?? [] })));
    const streams = await Promise.all(views.map(({ id }) => this.eventsOf(`trajectory-${id}`)));
    const pots = await this.eventsInPots(views.map(({ id }) => id));
    const requests = (await this.sources.database.query(REQUESTS, [views.map(({ id }) => id)])) as readonly { readonly id: Uuid }[];
    const spending = (await Promise.all(requests.map(({ id }) => budgets.requests.record(id)))).filter(present);
    const facts = [own, ...streams, ...pots].flat().map(factOf);
    return { made: now.toISOString(), household, trajectories, spending, facts };
  }

  /** What pots hold of these trajectories, and nothing of others. */
  private async eventsInPots(trajectoryIds: readonly Uuid[]): Promise<readonly (readonly Recorded[])[]> {
    const pots = (await this.sources.database.query(POTS, [trajectoryIds])) as readonly { readonly id: Uuid }[];
    const all = await Promise.all(pots.map(({ id }) => this.eventsOf(`pooledBudget-${id}`)));
    return all.map((events) => events.filter(({ data }) => trajectoryIds.includes((data as { readonly trajectoryId?: Uuid }).trajectoryId ?? '')));
  }

  private async eventsOf(stream: string): Promise<readonly Recorded[]> {
    return (await this.sources.store.readStream(stream)).map((event) => this.sources.decode(event));
  }
}
