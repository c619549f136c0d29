import { closeSync, openSync, writeSync } from 'node:fs';

/** UTF-8 takes at most three bytes for each unit of a JavaScript text. */
const WIDEST = 3;

/** A new file, readable by its owner alone, that texts are added to. They wait in bytes: what waits in texts keeps the collector busy. */
export class TextSink {
  private readonly file: number;
  private readonly buffer: Buffer;
  private used = 0;

  constructor(
    readonly path: string,
    { held = 1 << 18, mode = 0o600 }: { readonly held?: number; readonly mode?: number } = {},
  ) {
    this.file = openSync(path, 'wx', mode);
    this.buffer = Buffer.allocUnsafe(held);
  }

  add(text: string): void {
    const most = text.length * WIDEST;
    if (this.used + most > this.buffer.length) this.flush();
    if (most > this.buffer.length) writeAll(this.file, Buffer.from(text));
    else this.used += this.buffer.write(text, this.used);
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    writeAll(this.file, this.buffer.subarray(0, this.used));
    this.used = 0;
  }
}

/** One write need not take all of it. */
const writeAll = (file: number, bytes: Uint8Array): void => {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
};
