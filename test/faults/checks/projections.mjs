import { groupedBy } from './log.mjs';

/** What the probe was given, in the order in which it was given, is the log: each event once, none left out, in order. */
export function* checkSeen({ seen, events }) {
  const wrong = seen.findIndex(({ position }, n) => position !== events[n]?.position);
  if (wrong >= 0) {
    const { stream, version, position } = seen[wrong];
    const earlier = seen.slice(0, wrong).some((one) => one.position === position);
    yield `the projection was given ${stream} ${version} ${earlier ? 'a second time' : `where ${events[wrong]?.stream} ${events[wrong]?.streamVersion} comes`}`;
  } else if (seen.length < events.length) yield `the projection was not given the last ${events.length - seen.length} events`;
}

/** Shared out, each stream in its order, each event once. */
export function* checkShared({ shared, events }) {
  const given = groupedBy(shared, ({ stream }) => stream);
  for (const [stream, mine] of groupedBy(events, (event) => event.stream)) {
    const versions = (given.get(stream) ?? []).map(({ version }) => version);
    const wrong = mine.findIndex(({ streamVersion }, n) => versions[n] !== streamVersion);
    if (wrong >= 0) yield `${stream} was given as ${versions.slice(0, wrong + 1).join(', ')}`;
    else if (versions.length > mine.length) yield `${stream} ${versions[mine.length]} was given a second time`;
  }
}

/** Rows of each table as text, sorted. */
export function* checkRebuilt({ live, rebuilt }) {
  for (const [table, rows] of live) {
    const again = new Set(rebuilt.get(table));
    const before = new Set(rows);
    for (const row of rows) if (!again.has(row)) yield `${table}: a row that is not there after a rebuild: ${row}`;
    for (const row of again) if (!before.has(row)) yield `${table}: a row that a rebuild adds: ${row}`;
  }
}

export function* checkCheckpoints({ checkpoints, head }) {
  for (const { reader, position } of checkpoints) if (position !== head) yield `${reader} stands at ${position}, and the log ends at ${head}`;
}
