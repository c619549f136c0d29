import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance, version, type DuckDBConnection } from '@duckdb/node-api';
import { quotedName, quotedText, sqlTypes, type Row, type Table } from './column.js';
import { linesIn } from './line-file.js';
import { RowFile } from './row-file.js';

export interface EngineOptions {
  /** What it may hold in memory before it writes aside, such as `512MB`. */
  readonly memory?: string;
  readonly threads?: number;
  /** Where it writes aside. */
  readonly folder: string;
}

/** What an outside log may hold in one row: as much as a document that somebody put into an attribute. */
export const longLines = `max_line_size = ${1 << 25}, buffer_size = ${1 << 26}`;

/** Adds rows to one table; `close` makes them readable. */
export interface Writer {
  readonly add: (row: Row) => void;
  readonly close: () => Promise<void>;
}

/** What a question came to, in a file: a JSON list a row, each on its own line. */
export interface Answer {
  readonly path: string;
  readonly rows: number;
}

/** Tables in DuckDB while a data set is made or checked. It downloads nothing, and is gone when closed. */
export class Engine {
  private files = 0;
  private readonly open = new Set<RowFile>();

  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    /** Where it writes aside; whoever opened it takes it away. */
    readonly folder: string,
  ) {}

  static readonly version = version();

  static async open({ memory = '512MB', threads = 2, folder }: EngineOptions): Promise<Engine> {
    const instance = await DuckDBInstance.create(':memory:', {
      threads: String(threads), memory_limit: memory, temp_directory: folder, autoinstall_known_extensions: 'false',
    });
    const connection = await instance.connect();
    await connection.run(`set global TimeZone = 'UTC'`);
    return new Engine(instance, connection, folder);
  }

  async create({ name, columns }: Pick<Table, 'name' | 'columns'>): Promise<void> {
    await this.run(`create table ${quotedName(name)} (${columns.map((one) => `${quotedName(one.name)} ${sqlTypes[one.type]}`).join(', ')})`);
  }

  /** Rows for a table that was created. */
  writer(table: Table): Writer {
    const file = new RowFile(table, this.aside('csv'));
    this.open.add(file);
    return {
      add: file.add,
      close: async () => {
        file.close();
        this.open.delete(file);
        await this.load(table, [file.path], { lineFeeds: true });
      },
    };
  }

  async run(sql: string): Promise<void> {
    await this.connection.run(sql);
  }

  /** Rows one by one, however many there are: the engine writes them down, and they are read from there. Numbers and texts as in JSON. */
  async rows<Values extends readonly unknown[]>(sql: string): Promise<Iterable<Values>> {
    const { path } = await this.answer(sql);
    return linesIn<Values>(path);
  }

  /** The rows of a question in their order, in a file that is the caller's to take away. */
  async answer(sql: string): Promise<Answer> {
    const path = this.aside('jsonl');
    const copied = await this.connection.runAndReadAll(
      `copy (select json_array(*columns(*)) from (${sql})) to ${quotedText(path)} (format csv, header false, quote '', escape '', delimiter '\t')`,
    );
    return { path, rows: Number(copied.getRows()[0]?.[0] ?? 0) };
  }

  async all<Values extends readonly unknown[]>(sql: string): Promise<readonly Values[]> {
    return (await this.connection.runAndReadAll(sql)).getRows() as unknown as Values[];
  }

  async count(table: string): Promise<number> {
    const [first] = await this.all<[bigint]>(`select count(*) from ${quotedName(table)}`);
    return Number(first?.[0] ?? 0);
  }

  close(): void {
    this.open.forEach((file) => file.close());
    this.connection.closeSync();
    this.instance.closeSync();
  }

  private aside(extension: string): string {
    this.files += 1;
    return join(this.folder, `${this.files}.${extension}`);
  }

  /**
   * Takes rows in out of files that a `RowFile` wrote, and takes these away. Where no cell holds a line feed, on as many threads as there are: otherwise a file is read
   * from its beginning.
   */
  async load({ name, columns }: Table, paths: readonly string[], { lineFeeds }: { readonly lineFeeds: boolean }): Promise<void> {
    const types = columns.map((one) => `${quotedText(one.name)}: ${quotedText(sqlTypes[one.type])}`).join(', ');
    await this.run(`insert into ${quotedName(name)} select * from read_csv([${paths.map(quotedText).join(', ')}], columns = {${types}},
      header = false, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '', ${lineFeeds ? `parallel = false, ${longLines}` : 'parallel = true'})`);
    paths.forEach((path) => rmSync(path));
  }
}
