import { Metadata, status as codes, type ServiceError } from '@grpc/grpc-js';
import type { Expected, Proposed, Stored } from './log.js';
import { shared, streams, type AppendReq, type BatchMessage, type ReadResp } from './wire.js';

/** Names of trailers and texts as the server has them. */
export const refused = (code: codes, details: string, trailers: Readonly<Record<string, string>> = {}): ServiceError => {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
};

export const notReady = (): ServiceError => refused(codes.UNAVAILABLE, 'Server Is Not Ready');
export const timedOut = (): ServiceError => refused(codes.ABORTED, 'Operation timed out: write');
export const streamDeleted = (stream: string): ServiceError =>
  refused(codes.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, { exception: 'stream-deleted', 'stream-name': stream });
export const wrongVersion = (stream: string, expected: Expected, current: bigint | undefined): ServiceError =>
  refused(codes.FAILED_PRECONDITION, 'failed due to WrongExpectedVersion', {
    exception: 'wrong-expected-version', 'stream-name': stream, 'expected-version': typeof expected === 'bigint' ? expected.toString() : '-2', 'actual-version': current?.toString() ?? '',
  });
export const tooLarge = (limit: number): ServiceError =>
  refused(codes.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, { exception: 'maximum-append-size-exceeded', 'maximum-append-size': `${limit}` });
export const notLeader = (host: string, port: number): ServiceError =>
  refused(codes.NOT_FOUND, 'Leader info available', { exception: 'not-leader', 'leader-endpoint-host': host, 'leader-endpoint-port': `${port}` });
export const halfThere = (): ServiceError => refused(codes.INVALID_ARGUMENT, 'Invalid Transaction', { exception: 'invalid-transaction' });
/** One thing, said in two ways: to who reads, and to who follows. */
export const invalidPlace = (): ServiceError => refused(codes.UNKNOWN, 'Unexpected ReadAllResult: InvalidPosition');
export const invalidStart = (): ServiceError => refused(codes.INVALID_ARGUMENT, 'Trying to read from an invalid position.');

type Message = NonNullable<ReturnType<AppendReq['getProposedMessage']>> | BatchMessage;

export const proposedOf = (message: Message): Proposed => ({
  id: message.getId()?.getString() ?? '',
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

export const nameOf = (identifier: { getStreamName_asU8(): Uint8Array } | undefined): string => Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export const identifierOf = (stream: string): InstanceType<typeof shared.StreamIdentifier> => {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream).toString('base64'));
  return identifier;
};

/** As servers from 22.6 answer: the place in all is told on stream reads too. */
export const eventMessage = (stored: Stored): ReadResp => {
  const id = new shared.UUID();
  id.setString(stored.id);
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(id);
  recorded.setStreamIdentifier(identifierOf(stored.stream));
  recorded.setStreamRevision(stored.revision.toString());
  recorded.setCommitPosition(stored.position.toString());
  recorded.setPreparePosition(stored.position.toString());
  recorded.getMetadataMap().set('type', stored.type).set('content-type', stored.contentType).set('created', stored.created.toString());
  recorded.setData(stored.data);
  recorded.setCustomMetadata(stored.metadata);
  const event = new streams.ReadResp.ReadEvent();
  event.setEvent(recorded);
  event.setCommitPosition(stored.position.toString());
  const response = new streams.ReadResp();
  response.setEvent(event);
  return response;
};
