import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { StudyKeys } from '@perspectief/evaluation-records';
import type { Uuid } from '@perspectief/kernel';

/** Which trajectory a case is, and which pots it asked for money. */
export interface CaseOrigin {
  readonly trajectoryId: Uuid;
  readonly potIds: readonly Uuid[];
}

export interface CohortCase {
  readonly pseudonym: string;
  readonly arm: string;
}

const NONCE = 12;
const TAG = 16;

/** Seals with a key that is made of the study's own: once that is destroyed, nothing opens. */
class CaseSeal {
  private readonly key: Buffer;

  constructor(studyKey: Uint8Array) {
    this.key = Buffer.from(hkdfSync('sha256', studyKey, '', 'which trajectory a case is', 32));
  }

  seal(origin: CaseOrigin): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    const body = Buffer.concat([cipher.update(JSON.stringify(origin)), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  open(sealed: Buffer): CaseOrigin {
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, NONCE));
    decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString()) as CaseOrigin;
  }
}

const ROWS = 2_000;

/** Who is in each frozen cohort, under the study's names. */
export class Cohorts {
  constructor(
    private readonly database: DataSource,
    private readonly keys: StudyKeys,
  ) {}

  /** Written in the transaction that freezes the cohort. */
  async keep(manager: EntityManager, studyId: Uuid, cohortId: Uuid, cases: readonly (CohortCase & CaseOrigin)[]): Promise<void> {
    const seal = await this.sealOf(studyId);
    if (!seal) throw new Error('the key of the study is destroyed');
    for (let from = 0; from < cases.length; from += ROWS) {
      const some = cases.slice(from, from + ROWS);
      await manager.query(
        `insert into evaluation.cohort_cases (cohort_id, study_id, pseudonym, arm, sealed) select $1, $2, * from unnest($3::text[], $4::text[], $5::bytea[])`,
        [cohortId, studyId, some.map(({ pseudonym }) => pseudonym), some.map(({ arm }) => arm), some.map(({ trajectoryId, potIds }) => seal.seal({ trajectoryId, potIds }))],
      );
    }
  }

  /** By pseudonym; `after` is the last one seen. */
  list(studyId: Uuid, cohortId: Uuid, { after, limit }: { readonly after?: string | undefined; readonly limit: number }): Promise<readonly CohortCase[]> {
    return this.database.query(
      `select pseudonym, arm from evaluation.cohort_cases where study_id = $1 and cohort_id = $2 and pseudonym > $3 order by pseudonym limit $4`,
      [studyId, cohortId, after ?? '', limit],
    );
  }

  /** Which trajectory a case of a study is; undefined where nobody goes by that name, or the key is gone. */
  async originOf(studyId: Uuid, pseudonym: string): Promise<CaseOrigin | undefined> {
    const [row]: { sealed: Buffer }[] = await this.database.query(
      `select sealed from evaluation.cohort_cases where study_id = $1 and pseudonym = $2 limit 1`, [studyId, pseudonym]);
    const seal = row && (await this.sealOf(studyId));
    return row && seal ? seal.open(row.sealed) : undefined;
  }

  private async sealOf(studyId: Uuid): Promise<CaseSeal | undefined> {
    const key = await this.keys.of(studyId);
    return key && new CaseSeal(key.bytes());
  }
}
