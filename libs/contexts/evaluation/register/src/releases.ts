import type { DataSource, EntityManager } from 'typeorm';
import { deriveId, isRefused, type Refusal, type Uuid } from '@perspectief/kernel';
import { releaseKindOf, letFigureOut, specKey, type Figure, type FigureSpec, type ShownPart } from '@perspectief/evaluation-figures';
import type { Ledger, Statement } from '@perspectief/evaluation-disclosure';
import type { Studies, StudySender } from '@perspectief/evaluation-records';
import type { StudyRefusal } from '@perspectief/evaluation-studies';

/** A figure as it was let out, for good. */
export interface Release {
  readonly releaseId: Uuid;
  readonly studyId: Uuid;
  readonly cohortId: Uuid;
  readonly spec: FigureSpec;
  readonly parts: readonly ShownPart[];
  readonly cutOn: string;
  readonly position: string;
  readonly madeAt: string;
  readonly madeBy: string;
}

/** Where a figure comes from, and who asks. */
export interface ReleaseOrigin {
  readonly studyId: Uuid;
  readonly cohortId: Uuid;
  readonly cutOn: string;
  readonly position: string;
  readonly casesRead: number;
  /** What other studies said, under the names of this one. */
  readonly elsewhere: Ledger;
  readonly sender: Omit<StudySender, 'commandId'>;
  readonly digest: (text: string) => string;
}

interface Row {
  readonly release_id: Uuid;
  readonly study_id: Uuid;
  readonly cohort_id: Uuid;
  readonly spec: FigureSpec;
  readonly parts: readonly ShownPart[];
  readonly cut_on: string;
  readonly position: string;
  readonly made_at: Date;
  readonly made_by: string;
}

const COLUMNS = `release_id, study_id, cohort_id, spec, parts, cut_on::text as cut_on, position, made_at, made_by`;

const releaseOf = (row: Row): Release => ({
  releaseId: row.release_id, studyId: row.study_id, cohortId: row.cohort_id, spec: row.spec, parts: row.parts, cutOn: row.cut_on, position: row.position,
  madeAt: row.made_at.toISOString(), madeBy: row.made_by,
});

/** Rolls the transaction back with a no. */
class Said extends Error {
  constructor(readonly refused: Refusal<StudyRefusal>) {
    super(refused.code);
  }
}

/** Figures that left, and who is behind them: what is said of a study is checked against all that was said before. */
export class Releases {
  constructor(
    private readonly database: DataSource,
    private readonly studies: Studies,
  ) {}

  async list(studyId: Uuid): Promise<readonly Release[]> {
    const rows: Row[] = await this.database.query(`select ${COLUMNS} from evaluation.releases where study_id = $1 order by made_at, release_id`, [studyId]);
    return rows.map(releaseOf);
  }

  async find(releaseId: Uuid): Promise<Release | undefined> {
    const [row]: Row[] = await this.database.query(`select ${COLUMNS} from evaluation.releases where release_id = $1`, [releaseId]);
    return row && releaseOf(row);
  }

  /** A figure of a cohort that was let out before; it is never computed again. */
  async known(studyId: Uuid, cohortId: Uuid, spec: FigureSpec): Promise<Release | undefined> {
    const [row]: Row[] = await this.database.query(
      `select ${COLUMNS} from evaluation.releases where study_id = $1 and cohort_id = $2 and spec_key = $3`, [studyId, cohortId, specKey(spec)]);
    return row && releaseOf(row);
  }

  /**
   * Lets a figure out: in one transaction, which holds the study, its parts pass the ledger, and ledger, figure and fact are kept
   * together or not at all.
   */
  async make(figure: Figure, origin: ReleaseOrigin): Promise<{ readonly releaseId: Uuid } | { readonly refused: Refusal<StudyRefusal> }> {
    try {
      return await this.database.transaction((manager) => this.makeIn(manager, figure, origin));
    } catch (error) {
      if (error instanceof Said) return { refused: error.refused };
      throw error;
    }
  }

  private async makeIn(manager: EntityManager, figure: Figure, origin: ReleaseOrigin): Promise<{ readonly releaseId: Uuid }> {
    const { studyId, cohortId, cutOn, position, casesRead, elsewhere, sender, digest } = origin;
    await this.studies.hold(manager, studyId);
    const key = specKey(figure.spec);
    const releaseId = deriveId('release', studyId, cohortId, key);
    const there: unknown[] = await manager.query('select from evaluation.releases where release_id = $1', [releaseId]);
    if (there.length > 0) return { releaseId };
    const before = [...elsewhere, ...(await this.ledgerOf(manager, studyId))];
    const { parts, ledger } = letFigureOut(figure, { release: releaseId, population: `cohort ${cohortId}` }, before);
    const hidden = parts.every((part) => 'hidden' in part) ? parts.find((part) => 'hidden' in part) : undefined;
    const disclosure = hidden && 'hidden' in hidden ? { refused: hidden.hidden } : { report: digest(JSON.stringify(parts)) };
    const decision = await this.studies.runIn(
      manager,
      { type: 'MakeRelease', data: { studyId, releaseId, cohortId, product: 'safe-aggregates', kind: releaseKindOf(figure.spec), disclosure, texts: [] } },
      { ...sender, commandId: deriveId('make', releaseId) },
    );
    if (isRefused(decision)) throw new Said(decision.refused);
    await this.keepStatements(manager, studyId, releaseId, ledger.slice(before.length));
    await manager.query(
      `insert into evaluation.releases (release_id, study_id, cohort_id, spec, spec_key, parts, cases_read, cut_on, position, made_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [releaseId, studyId, cohortId, JSON.stringify(figure.spec), key, JSON.stringify(parts), casesRead, cutOn, position, sender.actor.id],
    );
    return { releaseId };
  }

  /** By study, under the names of each. */
  async saidByOthers(studyId: Uuid): Promise<ReadonlyMap<Uuid, Ledger>> {
    const rows: { study_id: Uuid }[] = await this.database.query('select distinct study_id from evaluation.statements where study_id <> $1 order by study_id', [studyId]);
    const said = new Map<Uuid, Ledger>();
    for (const { study_id } of rows) said.set(study_id, await this.ledgerOf(this.database.manager, study_id));
    return said;
  }

  private async ledgerOf(manager: EntityManager, studyId: Uuid): Promise<Ledger> {
    const rows: { release_id: string; figure: string; population: string; subjects: string[] }[] = await manager.query(
      'select release_id, figure, population, subjects from evaluation.statements where study_id = $1 order by number', [studyId]);
    return rows.map(({ release_id, ...row }): Statement => ({ release: release_id, ...row }));
  }

  private async keepStatements(manager: EntityManager, studyId: Uuid, releaseId: Uuid, said: Ledger): Promise<void> {
    for (const { figure, population, subjects } of said)
      await manager.query('insert into evaluation.statements (study_id, release_id, figure, population, subjects) values ($1, $2, $3, $4, $5)', [
        studyId, releaseId, figure, population, subjects,
      ]);
  }
}
