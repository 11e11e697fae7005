import { type Socket, connect } from 'node:net';
import type { ISocketFactory } from 'kafkajs';

/** Requests by their number in Kafka's protocol. */
export const requests = { joinGroup: 11, heartbeat: 12 } as const;

/** Why a coordinator refuses, by its number in Kafka's protocol. */
export const refusals = { loading: 14, unknownMember: 25, rebalancing: 27 } as const;

/** Stands between a client and its broker: refuses a request in the broker's place, which never hears of it, or swallows it. */
export class Meddler {
  private readonly refused = new Map<number, number>();
  private readonly swallowed = new Set<number>();
  private readonly sockets: Socket[] = [];
  private readonly counts = new Map<number, number>();

  /** Refuses the next request of this kind. */
  refuse(request: keyof typeof requests, refusal: keyof typeof refusals): void {
    this.refused.set(requests[request], refusals[refusal]);
  }

  /** How many requests of this kind there were. */
  heard(request: keyof typeof requests): number {
    return this.counts.get(requests[request]) ?? 0;
  }

  /** From now on no request of this kind arrives. */
  swallow(request: keyof typeof requests): void {
    this.swallowed.add(requests[request]);
  }

  /** Lets everything through again, over new connections. */
  end(): void {
    this.swallowed.clear();
    for (const socket of this.sockets) socket.destroy(new Error('cut'));
  }

  readonly socketFactory: ISocketFactory = ({ host, port, onConnect }) => {
    const socket = connect({ host, port }, onConnect);
    this.sockets.push(socket);
    const send = socket.write.bind(socket);
    // kafkajs writes one request at a time: its length, its kind, its version and the number its answer carries.
    const meddle = (request: Buffer): boolean => {
      const kind = request.readInt16BE(4);
      this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
      const refusal = this.refused.get(kind);
      this.refused.delete(kind);
      if (refusal !== undefined)
        setImmediate(() => socket.emit('data', answer(request.readInt32BE(8), refusal)));
      else if (!this.swallowed.has(kind)) return send(request);
      return true;
    };
    return Object.assign(socket, { write: meddle });
  };
}

/** No throttling, the refusal, and zeros where an answer to a request to join tells of the group. */
const answer = (number: number, refusal: number): Buffer => {
  const body = Buffer.alloc(26);
  body.writeInt32BE(number, 0);
  body.writeInt16BE(refusal, 8);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length);
  return Buffer.concat([length, body]);
};
