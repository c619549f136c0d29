import type { DataSource } from 'typeorm';
import type { Uuid } from '@perspectief/kernel';

export const askProducts = ['study', 'controlled-microdata', 'safe-aggregates', 'oversight'] as const;
export type AskProduct = (typeof askProducts)[number];
export type AskOutcome = 'answered' | 'exported' | 'denied';

/** What somebody asked the evaluation for. */
export interface Ask {
  readonly personId: string;
  readonly role: string;
  readonly municipality: string;
  /** Name of the question, command or file. */
  readonly what: string;
  readonly product: AskProduct;
  readonly studyId?: Uuid | undefined;
  readonly outcome: AskOutcome;
}

export interface KeptAsk extends Ask {
  readonly number: string;
  readonly askedAt: string;
}

interface Row {
  readonly number: string;
  readonly asked_at: Date;
  readonly person_id: string;
  readonly role: string;
  readonly municipality: string;
  readonly what: string;
  readonly product: AskProduct;
  readonly study_id: Uuid | null;
  readonly outcome: AskOutcome;
}

const keptOf = ({ number, asked_at, person_id, role, municipality, what, product, study_id, outcome }: Row): KeptAsk => ({
  number, askedAt: asked_at.toISOString(), personId: person_id, role, municipality, what, product, outcome, ...(study_id !== null && { studyId: study_id }),
});

/** Who asked the evaluation for what. Only added to: a trigger and the role's own rights see to that. */
export class AskLog {
  constructor(private readonly database: DataSource) {}

  /** Written before an answer leaves; without it, none does. */
  async write({ personId, role, municipality, what, product, studyId, outcome }: Ask): Promise<void> {
    await this.database.query(
      `insert into evaluation.asks (person_id, role, municipality, what, product, study_id, outcome) values ($1, $2, $3, $4, $5, $6, $7)`,
      [personId, role, municipality, what, product, studyId ?? null, outcome],
    );
  }

  /** The latest first; `before` is the number of the last one seen. */
  async list(municipality: string, { before, limit, product }: { readonly before?: string | undefined; readonly limit: number; readonly product?: AskProduct | undefined }): Promise<readonly KeptAsk[]> {
    const rows: Row[] = await this.database.query(
      `select * from evaluation.asks where municipality = $1 and ($2::bigint is null or number < $2) and ($3::text is null or product = $3) order by number desc limit $4`,
      [municipality, before ?? null, product ?? null, limit],
    );
    return rows.map(keptOf);
  }
}
