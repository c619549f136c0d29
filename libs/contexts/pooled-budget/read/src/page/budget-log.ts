import type { DataSource } from 'typeorm';
import type { Recorded, Uuid } from '@perspectief/kernel';
import type { Codec } from '@perspectief/runtime';
import { emptyPage, factsAt, foldBudget, type BudgetPage, type PointInTime } from './budget-page.js';
import type { BudgetFact } from './request-notes.js';

/** The log, as far as pages need it. */
export interface StreamReader {
  readStream(stream: string, options?: { readonly from?: number; readonly limit?: number }): Promise<readonly Recorded[]>;
}

export interface BudgetSources {
  readonly store: StreamReader;
  readonly codec: Codec;
  readonly database: DataSource;
}

interface Known {
  readonly version: number;
  readonly page: BudgetPage;
}

interface Row {
  readonly version: number;
  readonly stateVersion: number;
  readonly state: BudgetPage | null;
}

const KEPT = 200;

/** Folded pots: of now as far as the read model's row has come, of any other moment from the log. */
export class BudgetLog {
  private readonly kept = new Map<Uuid, Known>();

  constructor(private readonly sources: BudgetSources) {}

  async page(id: Uuid, at: PointInTime = {}): Promise<BudgetPage> {
    if (at.asOf === undefined && at.knownAt === undefined) return this.current(id);
    return foldBudget(factsAt(await this.facts(id), at));
  }

  /** As it stood after so many events. */
  async upTo(id: Uuid, version: number): Promise<BudgetPage> {
    return version < 1 ? emptyPage : foldBudget(await this.facts(id, 1, version));
  }

  async facts(id: Uuid, from = 1, limit?: number): Promise<readonly BudgetFact[]> {
    const options = limit === undefined ? { from } : { from, limit };
    const stored = await this.sources.store.readStream(`pooledBudget-${id}`, options);
    return stored.map((event) => this.sources.codec.decode(event) as BudgetFact);
  }

  /** Single events, in stream order. */
  async factsNumbered(id: Uuid, versions: readonly number[]): Promise<readonly BudgetFact[]> {
    return (await Promise.all(versions.map((version) => this.facts(id, version, 1)))).flat();
  }

  private async current(id: Uuid): Promise<BudgetPage> {
    const kept = this.kept.get(id);
    const row = await this.row(id, kept?.version);
    if (!row) return emptyPage;
    if (kept?.version === row.version) return kept.page;
    const page = await this.since(id, row, kept);
    this.keep(id, { version: row.version, page });
    return page;
  }

  /** From what was folded here before, or from the row's own page, whichever is nearer. */
  private async since(id: Uuid, row: Row, kept: Known | undefined): Promise<BudgetPage> {
    const stored: Known = { version: row.stateVersion, page: row.state ?? emptyPage };
    const base = kept && kept.version <= row.version && kept.version > stored.version ? kept : stored;
    const missing = row.version - base.version;
    return missing === 0 ? base.page : foldBudget(await this.facts(id, base.version + 1, missing), base.page);
  }

  private async row(id: Uuid, known: number | undefined): Promise<Row | undefined> {
    const [row] = (await this.sources.database.query(
      `select version, state_version as "stateVersion", case when version is distinct from $2 then state end as state
         from read.pooled_budgets where budget_id = $1`,
      [id, known ?? null],
    )) as Row[];
    return row;
  }

  private keep(id: Uuid, known: Known): void {
    this.kept.delete(id);
    this.kept.set(id, known);
    const oldest = this.kept.keys().next();
    if (this.kept.size > KEPT && !oldest.done) this.kept.delete(oldest.value);
  }
}
