import cliProgress from 'cli-progress';

export interface Progress {
  to(done: number): void;
  /** The end moved: more is known now of what there is to do. */
  grow(total: number): void;
  say(what: string): void;
  end(): void;
}

const silent: Progress = { to: () => undefined, grow: () => undefined, say: () => undefined, end: () => undefined };

/** A bar on standard error for a person who waits; nothing at all where nobody looks, so that pipes stay clean. */
export const progressOf = (total: number, what: string): Progress => {
  if (!process.stderr.isTTY) return silent;
  const bar = new cliProgress.SingleBar(
    { format: '{what} {bar} {value}/{total}', stream: process.stderr, hideCursor: true, clearOnComplete: true, linewrap: false, barsize: 30 },
    cliProgress.Presets.shades_grey,
  );
  bar.start(total, 0, { what });
  return {
    to: (done) => bar.update(done),
    grow: (more) => bar.setTotal(more),
    say: (now) => bar.update({ what: now }),
    end: () => bar.stop(),
  };
};
