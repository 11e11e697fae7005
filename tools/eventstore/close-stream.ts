import type { handleUnaryCall } from '@grpc/grpc-js';
import messages from '@eventstore/db-client/generated/streams_pb.js';
import { expectedOf } from './append.js';
import { failureOf } from './failures.js';
import type { Log } from './log.js';
import { nameOf } from './stream-name.js';

/** Streams/Delete: softly; the stream can be written again. */
export const remove =
  (log: Log): handleUnaryCall<messages.DeleteReq, messages.DeleteResp> =>
  (call, callback) => {
    const options = call.request.getOptions() ?? new messages.DeleteReq.Options();
    const stream = nameOf(options.getStreamIdentifier());
    log.delete(stream, expectedOf(options)).then(
      () => callback(null, new messages.DeleteResp()),
      (error: unknown) => callback(failureOf(error, stream)),
    );
  };

/** Streams/Tombstone: for good. */
export const tombstone =
  (log: Log): handleUnaryCall<messages.TombstoneReq, messages.TombstoneResp> =>
  (call, callback) => {
    const options = call.request.getOptions() ?? new messages.TombstoneReq.Options();
    const stream = nameOf(options.getStreamIdentifier());
    log.tombstone(stream, expectedOf(options)).then(
      () => callback(null, new messages.TombstoneResp()),
      (error: unknown) => callback(failureOf(error, stream)),
    );
  };
