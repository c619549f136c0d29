import { rulesToAST } from '@casl/ability/extra';
import type { Within } from '@perspectief/runtime';
import type { Rules } from './authorise.js';
import type { Action } from './policies/demands.js';
import type { Part } from './policies/parts.js';
import { columns } from './schema/statements.js';

/** A node of the conditions, as CASL reads them. */
interface Node {
  readonly operator: string;
  readonly value: unknown;
  readonly field?: string;
}

const ROW = {
  ...columns,
  requestedBy: ['requested_by', 'text'],
  budgetId: ['budget_id', 'uuid'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

/** Of pots and requests the one area stands where a file has several. */
const columnOf = (field: string, oneArea: boolean): readonly [column: string, type: string] => {
  if (field === 'areas' && oneArea) return ['array[area]', 'text[]'];
  const column = Object.hasOwn(ROW, field) ? ROW[field as keyof typeof ROW] : undefined;
  if (!column) throw new Error(`no row says ${field}: a list cannot be narrowed by it`);
  return column;
};

/** The same conditions as SQL, values as parameters. Knows the words that policies use, and no other. */
class Writer {
  readonly values: unknown[] = [];

  constructor(
    private readonly from: number,
    private readonly oneArea: boolean,
  ) {}

  write({ operator, field, value }: Node): string {
    if (operator === 'and' || operator === 'or') return this.all(value as readonly Node[], ` ${operator} `);
    if (operator === 'not') return `not ${this.all(value as readonly Node[], ' and ')}`;
    const [column, type] = columnOf(field ?? '', this.oneArea);
    const isList = type === 'text[]';
    switch (operator) {
      case 'eq':
        return isList ? `${this.next(value, 'text')} = any(${column})` : `${column} = ${this.next(value, type)}`;
      case 'ne':
        return `not (${this.write({ operator: 'eq', field, value } as Node)})`;
      case 'in':
        return isList ? `${column} && ${this.next(value, 'text[]')}` : `${column} = any(${this.next(value, `${type}[]`)})`;
      case 'nin':
        return `not (${this.write({ operator: 'in', field, value } as Node)})`;
      default:
        throw new Error(`policies know no operator ${operator}`);
    }
  }

  private all(nodes: readonly Node[], between: string): string {
    return `(${nodes.map((node) => this.write(node)).join(between)})`;
  }

  private next(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.from + this.values.length - 1}::${type}`;
  }
}

const conditionOf = (rules: Rules, action: Action, kind: 'file' | 'pot' | 'request'): Node | undefined => {
  const ast = rulesToAST(rules.casl, action, kind);
  return ast === null ? undefined : (ast as unknown as Node);
};

type Source = readonly [table: string, id: string, kind: 'file' | 'pot' | 'request'];

const SOURCES = {
  homes: ['access.homes', 'household_id', 'file'],
  files: ['access.files', 'trajectory_id', 'file'],
  pots: ['access.pots', 'budget_id', 'pot'],
  requests: ['access.requests', 'request_id', 'request'],
} as const satisfies Readonly<Record<string, Source>>;

/** What the rows of a list are about. */
export type ListOf = keyof typeof SOURCES;

const sqlOf = (rules: Rules, action: Action, of: ListOf, column: string, from: number): { readonly sql: string; readonly values: readonly unknown[] } => {
  const [table, id, kind] = SOURCES[of];
  const condition = conditionOf(rules, action, kind);
  if (!condition) return { sql: 'false', values: [] };
  const writer = new Writer(from, kind !== 'file');
  // A condition without any demand is the empty conjunction.
  const sql = (condition.value as readonly unknown[]).length === 0 ? 'true' : writer.write(condition);
  return { sql: `${column} in (select ${id} from ${table} where ${sql})`, values: writer.values };
};

const asWithin = (made: (from: number) => { readonly sql: string; readonly values: readonly unknown[] }): Within => ({
  sql: (from) => made(from).sql,
  values: made(1).values,
});

/** The same rules as a condition on a list: `column` holds the id of what a row is about. */
export const scopeOf = (rules: Rules, action: Action, of: ListOf, column: string): Within => asWithin((from) => sqlOf(rules, action, of, column, from));

/** What work is whose, in the columns of the worklist. */
const WORK: Partial<Readonly<Record<Part, string>>> = {
  'coach-work': `for_role = 'neighbourhood-coach'`,
  'debt-work': `for_role = 'debt-counsellor'`,
  'tandem-work': `kind in ('action', 'check-in')`,
  'budget-work': `for_role = 'budget-holder'`,
};

/** Items of the worklist: of files that the viewer may see, and of those the work of the own role. */
export const worklistScope = (rules: Rules): Within =>
  asWithin((from) => {
    const work = (kind: 'file' | 'request'): string => [...rules.partsNamed('worklist', kind)].flatMap((part) => WORK[part] ?? []).join(' or ') || 'false';
    const files = sqlOf(rules, 'worklist', 'files', 'trajectory_id', from);
    const requests = sqlOf(rules, 'worklist', 'requests', 'request_id', from + files.values.length);
    return {
      sql: `((${files.sql} and (${work('file')})) or (${requests.sql} and (${work('request')})))`,
      values: [...files.values, ...requests.values],
    };
  });
