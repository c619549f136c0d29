import type { DataSource } from 'typeorm';

/** Somebody whom the service may let in; the name stays in the directory. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly municipality: string;
  readonly role: string;
  readonly active: boolean;
}

/** Evaluators and privacy officers, as far as the evaluation may see them. */
export class Staff {
  constructor(private readonly database: DataSource) {}

  async find(ids: readonly string[]): Promise<readonly Colleague[]> {
    const rows: Omit<Colleague, 'name'>[] = await this.database.query('select id, municipality, role, active from evaluation.staff where id = any($1)', [ids]);
    return rows.map((row) => ({ ...row, name: row.id }));
  }
}
