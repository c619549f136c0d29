import { createServer, connect, type AddressInfo, type Server as Front, type Socket } from 'node:net';
import { Server, ServerCredentials, status as codes, type Metadata, type sendUnaryData, type ServiceError } from '@grpc/grpc-js';
import { answerAppend, answerBatches, type Taking } from './appends.js';
import { nameOf, notLeader, refused, streamDeleted, wrongVersion } from './answers.js';
import { Faults } from './faults.js';
import { DoubleLog, type Expected, type WriteResult } from './log.js';
import { answerRead } from './reads.js';
import { features, gossip, GossipService, ServerFeaturesService, shared, streams, StreamsService, type DeleteReq, type DeleteResp, type TombstoneReq, type TombstoneResp } from './wire.js';

export interface DoubleOptions {
  /** False: answers UNIMPLEMENTED when asked for its features, as old servers do; the client then appends by plain calls. */
  readonly features?: boolean;
  /** False: says nothing when a reader has caught up, as servers before 23.10. */
  readonly caughtUp?: boolean;
  readonly maxAppendSize?: number;
  /** Without one, any that is free. */
  readonly port?: number;
  /** For a second node of one cluster. */
  readonly log?: DoubleLog;
}

const MIB = 1024 * 1024;

/**
 * Speaks the protocol of KurrentDB and EventStoreDB over a real socket, and is neither: what passes on it is said to have passed on the
 * double. It keeps everything in memory, and can be told to fail. Nothing measured on it is worth telling.
 */
export class KurrentDouble implements Taking {
  readonly log: DoubleLog;
  readonly faults = new Faults();
  readonly maxAppendSize: number;
  isLeader = true;
  /** Undefined: alone. */
  cluster: readonly KurrentDouble[] = [this];
  private server = new Server();
  private front: Front | undefined;
  private readonly sockets = new Set<Socket>();
  private inner = 0;
  private outer = 0;

  private constructor(private readonly options: DoubleOptions) {
    this.log = options.log ?? new DoubleLog();
    this.maxAppendSize = options.maxAppendSize ?? MIB;
    this.outer = options.port ?? 0;
  }

  static async start(options: DoubleOptions = {}): Promise<KurrentDouble> {
    const double = new KurrentDouble(options);
    await double.open();
    return double;
  }

  /** One log, several nodes; the first leads. */
  static async startCluster(size: number, options: DoubleOptions = {}): Promise<readonly KurrentDouble[]> {
    const log = new DoubleLog();
    const nodes = await Promise.all(Array.from({ length: size }, () => KurrentDouble.start({ ...options, log })));
    for (const [n, node] of nodes.entries()) Object.assign(node, { cluster: nodes, isLeader: n === 0 });
    return nodes;
  }

  get port(): number {
    return this.outer;
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.outer}?tls=false`;
  }

  lead(): void {
    for (const node of this.cluster) node.isLeader = node === this;
  }

  /** Breaks every connection; new ones are taken. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    const { front } = this;
    this.front = undefined;
    const closed = new Promise<void>((resolve) => (front ? void front.close(() => resolve()) : resolve()));
    this.cut();
    this.server.forceShutdown();
    await closed;
  }

  /** On the same port. What was only in memory is gone; without its data, everything is. */
  async restart({ keepData }: { readonly keepData: boolean }): Promise<void> {
    await this.stop();
    if (!keepData) this.log.forgetEverything();
    this.log.begin();
    this.server = new Server();
    await this.open();
  }

  private async open(): Promise<void> {
    this.server.addService(StreamsService as never, this.streamsService() as never);
    this.server.addService(GossipService as never, { read: (_: unknown, callback: sendUnaryData<unknown>) => callback(null, this.members()) } as never);
    this.server.addService(ServerFeaturesService as never, { getSupportedMethods: (_: unknown, callback: sendUnaryData<unknown>) => this.tellFeatures(callback) } as never);
    this.inner = await new Promise<number>((resolve, reject) =>
      this.server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => (error ? reject(error) : resolve(port))),
    );
    await this.openFront();
  }

  /** All traffic goes through sockets of our own, so that a wire can be cut as wires are. */
  private async openFront(): Promise<void> {
    this.front = createServer((outside) => {
      const inside = connect(this.inner, '127.0.0.1');
      for (const [socket, other] of [[outside, inside], [inside, outside]] as const) {
        this.sockets.add(socket.setNoDelay(true));
        socket.on('error', () => undefined).on('close', () => {
          this.sockets.delete(socket);
          other.destroy();
        });
        socket.pipe(other);
      }
    });
    await new Promise<void>((resolve) => this.front?.listen(this.outer, '127.0.0.1', resolve));
    this.outer = (this.front?.address() as AddressInfo).port;
  }

  private streamsService(): object {
    const led = <Call extends { readonly metadata: Metadata }>(call: Call, refuse: (error: ServiceError) => void, work: () => void): void => {
      const leader = this.cluster.find((node) => node.isLeader) ?? this;
      if (!this.isLeader && call.metadata.get('requires-leader')[0] === 'true') refuse(notLeader('127.0.0.1', leader.port));
      else work();
    };
    return {
      read: (call: Parameters<typeof answerRead>[0]) =>
        led(call, (error) => call.emit('error', error), () => void answerRead(call, this.log, this.faults, this.options.caughtUp ?? true)),
      append: (call: Parameters<typeof answerAppend>[0], callback: Parameters<typeof answerAppend>[1]) => led(call, callback, () => answerAppend(call, callback, this)),
      batchAppend: (call: Parameters<typeof answerBatches>[0]) => led(call, (error) => call.emit('error', error), () => answerBatches(call, this)),
      delete: (call: { readonly request: DeleteReq; readonly metadata: Metadata }, callback: sendUnaryData<DeleteResp>) =>
        led(call, callback, () => this.removed(call.request, (stream, expected) => this.log.delete(stream, expected), () => new streams.DeleteResp(), callback)),
      tombstone: (call: { readonly request: TombstoneReq; readonly metadata: Metadata }, callback: sendUnaryData<TombstoneResp>) =>
        led(call, callback, () => this.removed(call.request, (stream, expected) => this.log.tombstone(stream, expected), () => new streams.TombstoneResp(), callback)),
    };
  }

  private removed<Response extends DeleteResp | TombstoneResp>(
    request: DeleteReq | TombstoneReq, remove: (stream: string, expected: Expected) => WriteResult, respond: () => Response, callback: sendUnaryData<Response>,
  ): void {
    const options = request.getOptions();
    const stream = nameOf(options?.getStreamIdentifier());
    const expected: Expected = options?.hasAny() ? 'any' : options?.hasNoStream() ? 'no_stream' : BigInt(options?.getRevision() ?? 0);
    const result = remove(stream, expected);
    if (result.kind === 'deleted') return callback(streamDeleted(stream));
    if (result.kind === 'wrong-version') return callback(wrongVersion(stream, expected, result.current));
    const response = respond();
    response.setNoPosition(new shared.Empty());
    return callback(null, response);
  }

  private members(): InstanceType<typeof gossip.ClusterInfo> {
    const info = new gossip.ClusterInfo();
    for (const node of this.cluster) {
      const [member, place, id] = [new gossip.MemberInfo(), new gossip.EndPoint(), new shared.UUID()];
      id.setString('00000000-0000-4000-8000-000000000000');
      place.setAddress('127.0.0.1');
      place.setPort(node.port);
      member.setInstanceId(id);
      member.setHttpEndPoint(place);
      member.setIsAlive(node.front !== undefined);
      member.setState(node.isLeader ? gossip.MemberInfo.VNodeState.LEADER : gossip.MemberInfo.VNodeState.FOLLOWER);
      info.addMembers(member);
    }
    return info;
  }

  private tellFeatures(callback: sendUnaryData<unknown>): void {
    if (this.options.features === false) return callback(refused(codes.UNIMPLEMENTED, 'unknown service'));
    const [told, batch] = [new features.SupportedMethods(), new features.SupportedMethod()];
    batch.setServiceName('event_store.client.streams.Streams');
    batch.setMethodName('BatchAppend');
    told.addMethods(batch);
    told.setEventStoreServerVersion('double');
    return callback(null, told);
  }
}
