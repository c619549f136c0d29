import { status as codes, type sendUnaryData, type ServerDuplexStream, type ServerReadableStream } from '@grpc/grpc-js';
import { halfThere, identifierOf, nameOf, notReady, proposedOf, streamDeleted, timedOut, tooLarge } from './answers.js';
import { commits, type Faults, type WriteFault } from './faults.js';
import type { DoubleLog, Expected, Proposed, WriteResult } from './log.js';
import { any, empty, shared, status, streams, type AppendOptions, type AppendReq, type AppendResp, type BatchAppendReq, type BatchAppendResp, type BatchOptions, type BatchSuccess, type Status } from './wire.js';

/** What a write needs of the node that takes it. */
export interface Taking {
  readonly log: DoubleLog;
  readonly faults: Faults;
  readonly maxAppendSize: number;
  /** Breaks every connection of this node. */
  cut(): void;
}

type Answered = WriteResult | { readonly kind: 'too-large' } | { readonly kind: 'fault'; readonly fault: WriteFault };

const taken = ({ log, faults, maxAppendSize }: Taking, stream: string, expected: Expected, events: readonly Proposed[]): Answered => {
  const bytes = events.reduce((sum, event) => sum + event.data.length + event.metadata.length + 2 * event.type.length, 0);
  if (bytes > maxAppendSize) return { kind: 'too-large' };
  const fault = faults.nextWrite();
  const result = commits(fault) ? log.append(stream, expected, events) : undefined;
  return fault === undefined && result ? result : { kind: 'fault', fault: fault ?? 'unavailable' };
};

const expectedIn = (options: AppendOptions | undefined): Expected => {
  if (options?.hasNoStream()) return 'no_stream';
  if (options?.hasAny()) return 'any';
  return options?.hasStreamExists() ? 'stream_exists' : BigInt(options?.getRevision() ?? 0);
};

const wrongVersion = (expected: Expected, current: bigint | undefined): AppendResp => {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (current === undefined) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(current.toString());
  if (expected === 'no_stream') wrong.setExpectedNoStream(new shared.Empty());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new shared.Empty());
  else if (expected === 'any') wrong.setExpectedAny(new shared.Empty());
  else wrong.setExpectedRevision(expected.toString());
  const response = new streams.AppendResp();
  response.setWrongExpectedVersion(wrong);
  return response;
};

const success = (revision: bigint, position: bigint | undefined): AppendResp => {
  const written = new streams.AppendResp.Success();
  written.setCurrentRevision(revision.toString());
  if (position === undefined) written.setNoPosition(new shared.Empty());
  else {
    const place = new streams.AppendResp.Position();
    place.setCommitPosition(position.toString());
    place.setPreparePosition(position.toString());
    written.setPosition(place);
  }
  const response = new streams.AppendResp();
  response.setSuccess(written);
  return response;
};

/** The plain call: a lost race is told inside a successful answer. */
export const answerAppend = (call: ServerReadableStream<AppendReq, AppendResp>, callback: sendUnaryData<AppendResp>, node: Taking): void => {
  let options: AppendOptions | undefined;
  const events: Proposed[] = [];
  call.on('data', (request: AppendReq) => {
    options = request.getOptions() ?? options;
    const message = request.getProposedMessage();
    if (message) events.push(proposedOf(message));
  });
  call.on('end', () => {
    const stream = nameOf(options?.getStreamIdentifier());
    const expected = expectedIn(options);
    const answer = taken(node, stream, expected, events);
    if (answer.kind === 'written') return callback(null, success(answer.revision, answer.position));
    if (answer.kind === 'wrong-version') return callback(null, wrongVersion(expected, answer.current));
    if (answer.kind === 'deleted') return callback(streamDeleted(stream));
    if (answer.kind === 'half-there') return callback(halfThere());
    if (answer.kind === 'too-large') return callback(tooLarge(node.maxAppendSize));
    if (answer.fault.startsWith('drop')) return node.cut();
    if (answer.fault.startsWith('silent')) return undefined;
    return callback(answer.fault === 'unavailable' ? notReady() : timedOut());
  });
};

const batchError = (code: codes, message: string, name: string, details: Uint8Array): Status => {
  const packed = new any.Any();
  packed.pack(details, name);
  const error = new status.Status();
  error.setCode(code as never);
  error.setMessage(message);
  error.setDetails(packed);
  return error;
};

const batchWrongVersion = (expected: Expected, current: bigint | undefined): Status => {
  const wrong = new shared.WrongExpectedVersion();
  if (current === undefined) wrong.setCurrentNoStream(new empty.Empty());
  else wrong.setCurrentStreamRevision(current.toString());
  if (expected === 'no_stream') wrong.setExpectedNoStream(new empty.Empty());
  else if (typeof expected === 'bigint') wrong.setExpectedStreamPosition(expected.toString());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new empty.Empty());
  else wrong.setExpectedAny(new empty.Empty());
  return batchError(codes.ALREADY_EXISTS, 'WrongExpectedVersion', 'event_store.client.WrongExpectedVersion', wrong.serializeBinary());
};

const batchExpected = (options: BatchOptions): Expected => {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasAny()) return 'any';
  return options.hasStreamExists() ? 'stream_exists' : BigInt(options.getStreamPosition());
};

const batchRefusal = (answer: Exclude<Answered, { kind: 'written' }>, expected: Expected, stream: string, limit: number): Status => {
  if (answer.kind === 'wrong-version') return batchWrongVersion(expected, answer.current);
  if (answer.kind === 'deleted') {
    const gone = new shared.StreamDeleted();
    gone.setStreamIdentifier(identifierOf(stream));
    return batchError(codes.NOT_FOUND, 'StreamDeleted', 'event_store.client.StreamDeleted', gone.serializeBinary());
  }
  if (answer.kind === 'too-large') {
    const large = new shared.MaximumAppendSizeExceeded();
    large.setMaxappendsize(limit);
    return batchError(codes.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', 'event_store.client.MaximumAppendSizeExceeded', large.serializeBinary());
  }
  // No name of its own here, and no code where the node cannot answer at all.
  if (answer.kind === 'half-there') return batchError(codes.UNKNOWN, 'Unknown', 'event_store.client.Unknown', new shared.Unknown().serializeBinary());
  if (answer.fault === 'unavailable') return batchError(codes.OK, 'Server Is Not Ready', 'google.protobuf.Empty', new empty.Empty().serializeBinary());
  return batchError(codes.DEADLINE_EXCEEDED, 'Timeout', 'event_store.client.Timeout', new shared.Timeout().serializeBinary());
};

/** The batch stream: every answer names the write it is of; errors are packed inside it. */
export const answerBatches = (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>, node: Taking): void => {
  const open = new Map<string, { readonly options: BatchOptions; readonly events: Proposed[] }>();
  call.on('data', (request: BatchAppendReq) => {
    const id = request.getCorrelationId()?.getString() ?? '';
    const options = request.getOptions();
    if (options) open.set(id, { options, events: [] });
    const write = open.get(id);
    write?.events.push(...request.getProposedMessagesList().map(proposedOf));
    if (!write || !request.getIsFinal()) return;
    open.delete(id);
    const [stream, expected] = [nameOf(write.options.getStreamIdentifier()), batchExpected(write.options)];
    const answer = taken(node, stream, expected, write.events);
    if (answer.kind === 'fault' && answer.fault.startsWith('drop')) return node.cut();
    if (answer.kind === 'fault' && answer.fault.startsWith('silent')) return;
    const response = new streams.BatchAppendResp();
    response.setCorrelationId(request.getCorrelationId());
    response.setStreamIdentifier(write.options.getStreamIdentifier());
    if (answer.kind === 'written') response.setSuccess(batchSuccess(answer.revision, answer.position));
    else response.setError(batchRefusal(answer, expected, stream, node.maxAppendSize));
    call.write(response);
  });
  call.on('end', () => call.end());
};

const batchSuccess = (revision: bigint, position: bigint | undefined): BatchSuccess => {
  const written = new streams.BatchAppendResp.Success();
  written.setCurrentRevision(revision.toString());
  const place = new shared.AllStreamPosition();
  place.setCommitPosition((position ?? 0n).toString());
  place.setPreparePosition((position ?? 0n).toString());
  written.setPosition(place);
  return written;
};
