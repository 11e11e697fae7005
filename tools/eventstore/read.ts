import type { handleServerStreamingCall } from '@grpc/grpc-js';
import messages from '@eventstore/db-client/generated/streams_pb.js';
import { failureOf } from './failures.js';
import { type Log, NotFound, type Part } from './log.js';
import type { Recorded } from './record.js';
import { eventResponse, notFoundResponse } from './responses.js';
import { type ReadCall, send } from './send.js';
import { nameOf } from './stream-name.js';
import { subscribe } from './subscribe.js';

type Options = messages.ReadReq.Options;

/** Streams/Read: a stream or `$all`, a number of events in either direction, or a subscription. */
export const read =
  (log: Log): handleServerStreamingCall<messages.ReadReq, messages.ReadResp> =>
  (call) => {
    const options = call.request.getOptions() ?? new messages.ReadReq.Options();
    const stream = nameOf(options.getStream()?.getStreamIdentifier());
    const work = options.hasSubscription()
      ? subscribe(log, call, options)
      : answer(log, call, options, stream);
    work.catch((error: unknown) => {
      call.emit('error', failureOf(error, stream));
    });
  };

async function answer(log: Log, call: ReadCall, options: Options, stream: string): Promise<void> {
  const structured = options.getUuidOption()?.hasStructured() ?? false;
  try {
    for await (const record of found(log, options, stream)) {
      if (call.cancelled) return;
      await send(call, eventResponse(record, structured));
    }
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    await send(call, notFoundResponse(stream));
  }
  call.end();
}

function found(log: Log, options: Options, stream: string): AsyncGenerator<Recorded> {
  const backwards = options.getReadDirection() === messages.ReadReq.Options.ReadDirection.BACKWARDS;
  const count = Number(options.getCount());
  if (options.hasStream()) {
    const part = options.getStream();
    const from: Part['from'] = part?.hasEnd() ? 'end' : part?.hasStart() ? 0 : Number(part?.getRevision());
    return log.readStream(stream, { from, backwards, count });
  }
  const part = options.getAll();
  const from: Part['from'] = part?.hasEnd()
    ? 'end'
    : part?.hasStart()
      ? 0
      : Number(part?.getPosition()?.getCommitPosition());
  return log.readAll({ from, backwards, count });
}
