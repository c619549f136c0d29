/** Rows of a read model that somebody may see: a condition on what they are about. Lists and their totals are counted inside it. */
export interface Within {
  /** `values[0]` is parameter `from`, the next one the next. `columns` are the names that the read model has for what the rows are about. */
  sql(from: number): string;
  readonly values: readonly unknown[];
}

/** For those who are not asked who they are: the command line, the platform itself. */
export const everything: Within = { sql: () => 'true', values: [] };

/** Deny by default. */
export const nothing: Within = { sql: () => 'false', values: [] };
