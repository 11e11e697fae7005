import { Server, ServerCredentials, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { append } from './append.js';
import { batchAppend } from './batch-append.js';
import { remove, tombstone } from './close-stream.js';
import { demanding } from './credentials.js';
import { gossip } from './gossip.js';
import { Log } from './log.js';
import { read } from './read.js';
import { serverFeatures } from './server-features.js';

export type ProtocolServerOptions = Readonly<{
  /** The SQLite file that holds everything. */
  file: string;
  /** 0 for any free port. */
  port?: number;
  address?: string;
  /** Milliseconds since 1970; the system's clock by default. */
  clock?: () => number;
  /** PEM; without them the connection is not encrypted. */
  tls?: Readonly<{ key: Buffer; certificate: Buffer }>;
  /** `user:secret` that every call must bring. */
  credentials?: string;
}>;

/** Speaks the protocol of EventStoreDB over our SQLite adapter, for tests and for several processes on one machine. */
export class ProtocolServer {
  private constructor(
    private readonly server: Server,
    private readonly log: Log,
    readonly port: number,
  ) {}

  static async start({
    file,
    port = 0,
    address = '127.0.0.1',
    clock,
    tls,
    credentials,
  }: ProtocolServerOptions): Promise<ProtocolServer> {
    const log = await Log.open(file, clock);
    const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
    const guarded = (calls: UntypedServiceImplementation) =>
      credentials === undefined ? calls : demanding(credentials, calls);
    const streams = {
      read: read(log),
      append: append(log),
      batchAppend: batchAppend(log),
      delete: remove(log),
      tombstone: tombstone(log),
    } as UntypedServiceImplementation;
    let bound = port;
    server.addService(StreamsService, guarded(streams));
    server.addService(ServerFeaturesService, serverFeatures);
    server.addService(
      GossipService,
      gossip(address, () => bound),
    );
    const security = tls
      ? ServerCredentials.createSsl(null, [{ private_key: tls.key, cert_chain: tls.certificate }])
      : ServerCredentials.createInsecure();
    bound = await new Promise<number>((resolve, reject) => {
      server.bindAsync(`${address}:${port}`, security, (error, actual) =>
        error ? reject(error) : resolve(actual),
      );
    });
    return new ProtocolServer(server, log, bound);
  }

  /** A connection string of this server. */
  get url(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** Removes the events of tombstoned streams for good. */
  scavenge(): Promise<void> {
    return this.log.scavenge();
  }

  async stop(): Promise<void> {
    this.server.forceShutdown();
    await this.log.close();
  }
}
