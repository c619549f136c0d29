import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

export interface Written {
  readonly rows: number;
  readonly sha256: string;
}

type Pages = AsyncIterable<readonly string[]>;

/** Counts and digests lines on their way. */
class Tally {
  private readonly hash = createHash('sha256');
  private rows = 0;

  take(lines: readonly string[]): string {
    const text = lines.map((line) => `${line}\n`).join('');
    this.hash.update(text);
    this.rows += lines.length;
    return text;
  }

  end(): Written {
    return { rows: this.rows, sha256: this.hash.digest('hex') };
  }
}

export const tallyOf = async (pages: Pages): Promise<Written> => {
  const tally = new Tally();
  for await (const lines of pages) tally.take(lines);
  return tally.end();
};

/** Writes lines, packed, for their owner alone, and on disk before it answers. */
export const writeLines = async (path: string, pages: Pages): Promise<Written> => {
  const tally = new Tally();
  const texts = async function* (): AsyncGenerator<string> {
    for await (const lines of pages) yield tally.take(lines);
  };
  const file = await open(path, 'wx', 0o600);
  await pipeline(texts, createGzip({ level: 6 }), file.createWriteStream({ flush: true }));
  return tally.end();
};

const PAGE = 500;

/** By line feeds alone: other ends of lines may stand inside a text. */
async function* linesIn(path: string): AsyncGenerator<string, void, void> {
  const file = createReadStream(path);
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  let rest = '';
  for await (const chunk of file.pipe(unpacked).setEncoding('utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') throw new Error('a line has no end');
}

/** The lines of a file in pages, each handed on once it is counted; answers what was read. */
export const readLines = async (path: string, take: (lines: readonly string[]) => Promise<void>): Promise<Written> => {
  const tally = new Tally();
  let page: string[] = [];
  const hand = async (): Promise<void> => {
    tally.take(page);
    if (page.length > 0) await take(page);
    page = [];
  };
  for await (const line of linesIn(path)) {
    page.push(line);
    if (page.length >= PAGE) await hand();
  }
  await hand();
  return tally.end();
};
