import { once } from 'node:events';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type messages from '@eventstore/db-client/generated/streams_pb.js';

export type ReadCall = ServerWritableStream<messages.ReadReq, messages.ReadResp>;

/** Waits while the client does not keep up; a client that has gone ends the waiting. */
export async function send(call: ReadCall, response: messages.ReadResp): Promise<void> {
  if (call.cancelled || call.write(response)) return;
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  call.once('cancelled', leave);
  await once(call, 'drain', { signal: gone.signal }).catch(() => undefined);
  call.removeListener('cancelled', leave);
}
