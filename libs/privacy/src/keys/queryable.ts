/** A database, or a transaction on it. */
export interface Queryable {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}
