import { DuckDBDateValue, DuckDBInstance, DuckDBTimestampTZValue, version, type DuckDBAppender, type DuckDBConnection } from '@duckdb/node-api';
import { quotedName, sqlTypes, type Cell, type ColumnType, type Row, type Table } from './column.js';

export interface EngineOptions {
  /** What it may hold in memory before it writes aside, such as `512MB`. */
  readonly memory?: string;
  readonly threads?: number;
  /** Where it writes aside. */
  readonly folder: string;
}

/** Adds rows to one table; `close` makes them readable. */
export interface Writer {
  add(row: Row): void;
  close(): void;
}

const appendAs: Readonly<Record<ColumnType, (appender: DuckDBAppender, cell: string | number | boolean) => void>> = {
  text: (appender, cell) => appender.appendVarchar(String(cell)),
  integer: (appender, cell) => appender.appendBigInt(BigInt(Number(cell))),
  number: (appender, cell) => appender.appendDouble(Number(cell)),
  flag: (appender, cell) => appender.appendBoolean(Boolean(cell)),
  day: (appender, cell) => {
    const [year, month, day] = String(cell).split('-').map(Number) as [number, number, number];
    appender.appendDate(DuckDBDateValue.fromParts({ year, month, day }));
  },
  instant: (appender, cell) => appender.appendTimestampTZ(new DuckDBTimestampTZValue(BigInt(Date.parse(String(cell))) * 1000n)),
};

const isMissing = (cell: Cell): cell is null | undefined | '' => cell === null || cell === undefined || cell === '';

/** Tables in DuckDB while a data set is made or checked. It downloads nothing, and is gone when closed. */
export class Engine {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  static readonly version = version();

  static async open({ memory = '512MB', threads = 2, folder }: EngineOptions): Promise<Engine> {
    const instance = await DuckDBInstance.create(':memory:', {
      threads: String(threads), memory_limit: memory, temp_directory: folder, autoinstall_known_extensions: 'false',
    });
    const connection = await instance.connect();
    await connection.run(`set global TimeZone = 'UTC'`);
    return new Engine(instance, connection);
  }

  async create({ name, columns }: Table): Promise<void> {
    await this.run(`create table ${quotedName(name)} (${columns.map((one) => `${quotedName(one.name)} ${sqlTypes[one.type]}`).join(', ')})`);
  }

  async writer({ name, columns }: Table): Promise<Writer> {
    const appender = await this.connection.createAppender(name);
    const append = (cell: Cell, type: ColumnType): void => (isMissing(cell) ? appender.appendNull() : appendAs[type](appender, cell));
    return {
      add: (row) => {
        for (const column of columns) append(row[column.name], column.type);
        appender.endRow();
      },
      close: () => appender.closeSync(),
    };
  }

  async run(sql: string): Promise<void> {
    await this.connection.run(sql);
  }

  /** Rows one by one, however many there are; other questions may be asked meanwhile. */
  async *rows<Values extends readonly unknown[]>(sql: string): AsyncGenerator<Values> {
    const own = await this.instance.connect();
    try {
      const result = await own.stream(sql);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (!chunk || chunk.rowCount === 0) return;
        yield* chunk.getRows() as unknown as Values[];
      }
    } finally {
      own.closeSync();
    }
  }

  async all<Values extends readonly unknown[]>(sql: string): Promise<readonly Values[]> {
    return (await this.connection.runAndReadAll(sql)).getRows() as unknown as Values[];
  }

  async count(table: string): Promise<number> {
    const [first] = await this.all<[bigint]>(`select count(*) from ${quotedName(table)}`);
    return Number(first?.[0] ?? 0);
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}
