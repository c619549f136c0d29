import { createRequire } from 'node:module';

/**
 * The protocol, in the code that its authors generated from the proto files and ship with the client: the double speaks what the client
 * understands, field for field. The package has no module form, hence the require.
 */
const require = createRequire(import.meta.url);
const load = <T>(name: string): T => require(`@eventstore/db-client/generated/${name}.js`) as T;

export type StreamsPb = typeof import('@eventstore/db-client/generated/streams_pb.js');
export type SharedPb = typeof import('@eventstore/db-client/generated/shared_pb.js');
export type ReadReq = import('@eventstore/db-client/generated/streams_pb.js').ReadReq;
export type ReadResp = import('@eventstore/db-client/generated/streams_pb.js').ReadResp;
export type AppendReq = import('@eventstore/db-client/generated/streams_pb.js').AppendReq;
export type AppendResp = import('@eventstore/db-client/generated/streams_pb.js').AppendResp;
export type BatchAppendReq = import('@eventstore/db-client/generated/streams_pb.js').BatchAppendReq;
export type BatchAppendResp = import('@eventstore/db-client/generated/streams_pb.js').BatchAppendResp;
export type DeleteReq = import('@eventstore/db-client/generated/streams_pb.js').DeleteReq;
export type DeleteResp = import('@eventstore/db-client/generated/streams_pb.js').DeleteResp;
export type TombstoneReq = import('@eventstore/db-client/generated/streams_pb.js').TombstoneReq;
export type TombstoneResp = import('@eventstore/db-client/generated/streams_pb.js').TombstoneResp;
export type AppendOptions = NonNullable<ReturnType<AppendReq['getOptions']>>;
export type BatchOptions = NonNullable<ReturnType<BatchAppendReq['getOptions']>>;
export type BatchMessage = ReturnType<BatchAppendReq['getProposedMessagesList']>[number];
export type BatchSuccess = NonNullable<ReturnType<BatchAppendResp['getSuccess']>>;
export type Status = import('@eventstore/db-client/generated/status_pb.js').Status;

export const streams = load<StreamsPb>('streams_pb');
export const shared = load<SharedPb>('shared_pb');
export const status = load<typeof import('@eventstore/db-client/generated/status_pb.js')>('status_pb');
export const gossip = load<typeof import('@eventstore/db-client/generated/gossip_pb.js')>('gossip_pb');
export const features = load<typeof import('@eventstore/db-client/generated/serverfeatures_pb.js')>('serverfeatures_pb');
export const { StreamsService } = load<typeof import('@eventstore/db-client/generated/streams_grpc_pb.js')>('streams_grpc_pb');
export const { GossipService } = load<typeof import('@eventstore/db-client/generated/gossip_grpc_pb.js')>('gossip_grpc_pb');
export const { ServerFeaturesService } = load<typeof import('@eventstore/db-client/generated/serverfeatures_grpc_pb.js')>('serverfeatures_grpc_pb');
export const any = require('google-protobuf/google/protobuf/any_pb.js') as typeof import('google-protobuf/google/protobuf/any_pb.js');
export const empty = require('google-protobuf/google/protobuf/empty_pb.js') as typeof import('google-protobuf/google/protobuf/empty_pb.js');
