import type { handleBidiStreamingCall } from '@grpc/grpc-js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import rpc from '@eventstore/db-client/generated/status_pb.js';
import messages from '@eventstore/db-client/generated/streams_pb.js';
import type { Expected } from './check-append.js';
import { LARGEST, TooLarge } from './failures.js';
import { type Appended, type Log, Tombstoned, WrongVersion } from './log.js';
import { assertSize, proposedOf } from './proposed.js';
import type { Proposed } from './record.js';
import { nameOf } from './stream-name.js';
import { uuidText } from './uuid.js';

type Batch = { options: messages.BatchAppendReq.Options; events: Proposed[] };

/** Streams/BatchAppend: any number of appends over one call, matched by correlation id; each may come in several parts. */
export const batchAppend =
  (log: Log): handleBidiStreamingCall<messages.BatchAppendReq, messages.BatchAppendResp> =>
  (call) => {
    const batches = new Map<string, Batch>();
    let open = 0;
    let ended = false;
    const finish = (): void => {
      if (ended && open === 0) call.end();
    };
    call.on('error', () => undefined);
    call.on('end', () => {
      ended = true;
      finish();
    });
    call.on('data', (request: messages.BatchAppendReq) => {
      const id = uuidText(request.getCorrelationId());
      const options = request.getOptions();
      const batch = batches.get(id) ?? (options && { options, events: [] });
      if (!batch) return;
      batches.set(id, batch);
      batch.events.push(...request.getProposedMessagesList().map(proposedOf));
      if (!request.getIsFinal()) return;
      batches.delete(id);
      open += 1;
      void answer(log, batch).then((response) => {
        call.write(response.setCorrelationId(request.getCorrelationId()));
        open -= 1;
        finish();
      });
    });
  };

async function answer(log: Log, { options, events }: Batch): Promise<messages.BatchAppendResp> {
  const response = new messages.BatchAppendResp().setStreamIdentifier(options.getStreamIdentifier());
  const expected = expectedOf(options);
  try {
    assertSize(events);
    return response.setSuccess(
      successOf(await log.append(nameOf(options.getStreamIdentifier()), events, expected)),
    );
  } catch (error) {
    return response.setError(statusOf(error, expected, options));
  }
}

function expectedOf(options: messages.BatchAppendReq.Options): Expected {
  if (options.hasStreamPosition()) return Number(options.getStreamPosition());
  if (options.hasNoStream()) return 'no-stream';
  return options.hasStreamExists() ? 'stream-exists' : 'any';
}

const successOf = ({ revision, position }: Appended): messages.BatchAppendResp.Success =>
  new messages.BatchAppendResp.Success()
    .setCurrentRevision(String(revision))
    .setPosition(
      new shared.AllStreamPosition().setCommitPosition(String(position)).setPreparePosition(String(position)),
    );

function statusOf(error: unknown, expected: Expected, options: messages.BatchAppendReq.Options): rpc.Status {
  const [name, detail] = detailOf(error, expected, options);
  const details = new any.Any();
  details.pack(detail.serializeBinary(), `event_store.client.${name}`);
  return new rpc.Status()
    .setMessage(error instanceof Error ? error.message : String(error))
    .setDetails(details);
}

type Detail = { serializeBinary(): Uint8Array };

function detailOf(
  error: unknown,
  expected: Expected,
  options: messages.BatchAppendReq.Options,
): [string, Detail] {
  if (error instanceof WrongVersion) return ['WrongExpectedVersion', wrongVersionOf(error.current, expected)];
  if (error instanceof Tombstoned)
    return ['StreamDeleted', new shared.StreamDeleted().setStreamIdentifier(options.getStreamIdentifier())];
  if (error instanceof TooLarge)
    return ['MaximumAppendSizeExceeded', new shared.MaximumAppendSizeExceeded().setMaxappendsize(LARGEST)];
  return ['Unknown', new shared.Unknown()];
}

function wrongVersionOf(current: number, expected: Expected): shared.WrongExpectedVersion {
  const wrong = new shared.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new empty.Empty());
  else wrong.setCurrentStreamRevision(String(current));
  if (typeof expected === 'number') return wrong.setExpectedStreamPosition(String(expected));
  if (expected === 'no-stream') return wrong.setExpectedNoStream(new empty.Empty());
  return expected === 'any'
    ? wrong.setExpectedAny(new empty.Empty())
    : wrong.setExpectedStreamExists(new empty.Empty());
}
