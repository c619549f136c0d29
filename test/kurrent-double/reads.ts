import { setTimeout as pause } from 'node:timers/promises';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { eventMessage, identifierOf, invalidPlace, invalidStart, nameOf, notReady, streamDeleted } from './answers.js';
import type { Faults } from './faults.js';
import { isShown, type DoubleLog, type Stored } from './log.js';
import { streams, type ReadReq, type ReadResp } from './wire.js';

type Call = ServerWritableStream<ReadReq, ReadResp>;
type Options = NonNullable<ReturnType<ReadReq['getOptions']>>;

/** Events that the server looks at between two checkpoints of a filtered subscription, times the interval asked for. */
const WINDOW = 32;

/** Resolves on the event, or when the reader has left. */
const until = (source: NodeJS.EventEmitter, event: string, call: Call): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      source.off(event, done);
      for (const leaving of ['cancelled', 'close']) call.off(leaving, done);
      resolve();
    };
    source.on(event, done);
    for (const leaving of ['cancelled', 'close']) call.on(leaving, done);
  });

const send = async (call: Call, message: ReadResp, faults: Faults): Promise<void> => {
  if (faults.slowness > 0) await pause(faults.slowness);
  if (!call.cancelled && !call.destroyed && !call.write(message)) await until(call, 'drain', call);
};

const backwards = (options: Options): boolean => options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;

/** Inclusive both ways, as the server reads a stream. */
const streamSlice = (events: readonly Stored[], options: Options): readonly Stored[] => {
  const where = options.getStream();
  const revision = BigInt(where?.getRevision() ?? 0);
  if (backwards(options)) return events.filter((each) => where?.hasEnd() === true || (!where?.hasStart() && each.revision <= revision)).reverse();
  if (where?.hasEnd()) return [];
  return events.filter((each) => where?.hasStart() === true || each.revision >= revision);
};

/** Inclusive forwards; backwards what stands before the place. */
const allSlice = (log: DoubleLog, options: Options): readonly Stored[] => {
  const events = log.everything();
  const where = options.getAll();
  if (backwards(options)) {
    if (where?.hasEnd()) return [...events].reverse();
    const before = BigInt(where?.getPosition()?.getCommitPosition() ?? 0);
    return events.filter((each) => each.position < before).reverse();
  }
  if (where?.hasEnd()) return [];
  if (where?.hasStart()) return events;
  const index = log.indexAt(BigInt(where?.getPosition()?.getCommitPosition() ?? 0));
  if (index < 0) throw invalidPlace();
  return events.slice(index);
};

const matching = (options: Options): ((event: Stored) => boolean) => {
  const filter = options.getFilter();
  if (!filter) return () => true;
  const [expression, part] = filter.hasStreamIdentifier() ? [filter.getStreamIdentifier(), 'stream' as const] : [filter.getEventType(), 'type' as const];
  const prefixes = expression?.getPrefixList() ?? [];
  const regex = expression?.getRegex() ? new RegExp(expression.getRegex(), 'u') : undefined;
  return (event) => (regex ? regex.test(event[part]) : prefixes.some((prefix) => event[part].startsWith(prefix)));
};

const notFound = (stream: string): ReadResp => {
  const missing = new streams.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(identifierOf(stream));
  const response = new streams.ReadResp();
  response.setStreamNotFound(missing);
  return response;
};

const checkpoint = (commit: bigint, prepare: bigint): ReadResp => {
  const reached = new streams.ReadResp.Checkpoint();
  reached.setCommitPosition(commit.toString());
  reached.setPreparePosition(prepare.toString());
  const response = new streams.ReadResp();
  response.setCheckpoint(reached);
  return response;
};

const confirmation = (): ReadResp => {
  const confirmed = new streams.ReadResp.SubscriptionConfirmation();
  confirmed.setSubscriptionId('double');
  const response = new streams.ReadResp();
  response.setConfirmation(confirmed);
  return response;
};

const caughtUp = (): ReadResp => {
  const response = new streams.ReadResp();
  response.setCaughtUp(new streams.ReadResp.CaughtUp());
  return response;
};

const readOnce = async (call: Call, options: Options, log: DoubleLog, faults: Faults): Promise<void> => {
  const stream = options.hasStream() ? nameOf(options.getStream()?.getStreamIdentifier()) : undefined;
  const there = stream === undefined ? undefined : log.stream(stream);
  if (stream !== undefined && there === 'deleted') throw streamDeleted(stream);
  if (stream !== undefined && there === undefined) await send(call, notFound(stream), faults);
  const slice = stream === undefined ? allSlice(log, options).filter(isShown) : streamSlice(there as readonly Stored[] | undefined ?? [], options);
  const count = Number(BigInt.asUintN(53, BigInt(options.getCount())));
  const early = stream === undefined && faults.nextReadEndsEarly() ? Math.ceil(count / 2) : count;
  for (const event of slice.filter(matching(options)).slice(0, early)) await send(call, eventMessage(event), faults);
};

/** Exclusive: begins after the place. Goes on until the reader leaves. */
const follow = async (call: Call, options: Options, log: DoubleLog, faults: Faults, sayCaughtUp: boolean): Promise<void> => {
  const where = options.getAll();
  const matches = matching(options);
  const every = WINDOW * Math.max(1, options.getFilter()?.getCheckpointintervalmultiplier() ?? 1);
  const [commit, prepare] = [BigInt(where?.getPosition()?.getCommitPosition() ?? 0), BigInt(where?.getPosition()?.getPreparePosition() ?? 0)];
  if (where?.hasPosition() && log.indexAt(commit) < 0) throw invalidStart();
  // A place beyond the end is taken at its word: whatever is written before it, is not sent.
  const deafUntil = log.everything().every(({ position }) => position < commit) ? commit : -1n;
  let index = where?.hasEnd() ? log.everything().length : where?.hasPosition() ? log.indexAfter(commit, prepare) : 0;
  index = Math.max(0, index - faults.repeats);
  let [told, last]: [boolean, Stored | undefined] = [false, undefined];
  const reached = (event: Stored): ReadResp => (faults.checkpointsBetween ? checkpoint(log.endOf(event), 0n) : checkpoint(event.position, event.position));
  await send(call, confirmation(), faults);
  for (let scanned = 0; !call.cancelled && !call.destroyed; ) {
    const event = log.everything()[index];
    if (event) {
      [index, scanned] = [index + 1, scanned + 1];
      if (event.position >= deafUntil && isShown(event) && matches(event)) await send(call, eventMessage(event), faults);
      last = event;
      if (options.hasFilter() && scanned % every === 0) await send(call, reached(event), faults);
      continue;
    }
    // A server says once more how far it has looked before it goes live.
    if (!told && last && options.hasFilter()) await send(call, reached(last), faults);
    if (!told && sayCaughtUp) await send(call, caughtUp(), faults);
    told = true;
    if (log.everything().length <= index) await until(log.news, 'news', call);
  }
};

/** The Read call: of a stream or of all, once or for ever. */
export const answerRead = async (call: Call, log: DoubleLog, faults: Faults, sayCaughtUp: boolean): Promise<void> => {
  const options = call.request.getOptions();
  try {
    if (!options) throw notReady();
    if (faults.nextReadFails()) throw notReady();
    if (options.hasSubscription()) await follow(call, options, log, faults, sayCaughtUp);
    else await readOnce(call, options, log, faults);
    call.end();
  } catch (error) {
    call.emit('error', error);
  }
};
