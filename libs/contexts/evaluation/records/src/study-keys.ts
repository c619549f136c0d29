import type { DataSource } from 'typeorm';
import type { Uuid } from '@perspectief/kernel';
import { StudyKey } from '@perspectief/evaluation-datasets';

/** What study keys are closed with before they are kept; kept itself apart from the database. The newest closes. */
export interface StudySeal {
  /** Oldest first. */
  ids(): Promise<readonly string[]>;
  wrap(name: string, key: Uint8Array): Promise<SealedKey>;
  /** Throws where its id is not here, or the bytes were not closed under this name. */
  unwrap(name: string, sealed: SealedKey): Promise<Uint8Array>;
}

interface SealedKey {
  readonly masterId: string;
  readonly bytes: Uint8Array;
}

interface Row {
  readonly study_id: Uuid;
  readonly key: Buffer | null;
  readonly sealed: Buffer | null;
  readonly sealed_by: string | null;
}

const nameOf = (studyId: Uuid): string => `study ${studyId}`;

/** A key for each study. In the database it is closed: whoever has the database, or a copy of it, cannot lead a name of a study back. */
export class StudyKeys {
  constructor(
    private readonly database: DataSource,
    private readonly seal: StudySeal,
  ) {}

  /** Made when first asked for; undefined once it was destroyed. */
  async of(studyId: Uuid): Promise<StudyKey | undefined> {
    const known = await this.find(studyId);
    if (known) return this.opened(known);
    const { masterId, bytes } = await this.seal.wrap(nameOf(studyId), StudyKey.make());
    await this.database.query('insert into evaluation.study_keys (study_id, sealed, sealed_by) values ($1, $2, $3) on conflict do nothing', [studyId, Buffer.from(bytes), masterId]);
    const made = await this.find(studyId);
    return made && this.opened(made);
  }

  /** From here on nobody can lead a name of the study back, and it cannot be cut again. */
  async destroy(studyId: Uuid): Promise<void> {
    await this.database.query(
      `update evaluation.study_keys set key = null, sealed = null, sealed_by = null, destroyed_at = clock_timestamp() where study_id = $1 and destroyed_at is null`, [studyId]);
  }

  /** Closes with the newest seal whatever lies open or is closed with an older one: at every start, and so after a rotation. */
  async sealAll(): Promise<void> {
    const newest = (await this.seal.ids()).at(-1);
    const rows: Row[] = await this.database.query(
      'select study_id, key, sealed, sealed_by from evaluation.study_keys where destroyed_at is null and sealed_by is distinct from $1', [newest]);
    for (const row of rows) {
      const { masterId, bytes } = await this.seal.wrap(nameOf(row.study_id), await this.bytesOf(row));
      await this.database.query(
        `update evaluation.study_keys set key = null, sealed = $2, sealed_by = $3 where study_id = $1 and destroyed_at is null and sealed is not distinct from $4`,
        [row.study_id, Buffer.from(bytes), masterId, row.sealed]);
    }
  }

  private async find(studyId: Uuid): Promise<Row | undefined> {
    const [row]: Row[] = await this.database.query('select study_id, key, sealed, sealed_by from evaluation.study_keys where study_id = $1', [studyId]);
    return row;
  }

  private async opened(row: Row): Promise<StudyKey | undefined> {
    return row.key || row.sealed ? new StudyKey(await this.bytesOf(row)) : undefined;
  }

  private async bytesOf({ study_id, key, sealed, sealed_by }: Row): Promise<Uint8Array> {
    if (sealed === null || sealed_by === null) return key as Buffer;
    return this.seal.unwrap(nameOf(study_id), { masterId: sealed_by, bytes: sealed });
  }
}
