import type { handleClientStreamingCall } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import messages from '@eventstore/db-client/generated/streams_pb.js';
import type { Expected } from './check-append.js';
import { failureOf } from './failures.js';
import { type Appended, type Log, WrongVersion } from './log.js';
import { assertSize, proposedOf } from './proposed.js';
import type { Proposed } from './record.js';
import { nameOf } from './stream-name.js';

/** Streams/Append: options first, then one event a message. A wrong version is an answer here, not an error. */
export const append =
  (log: Log): handleClientStreamingCall<messages.AppendReq, messages.AppendResp> =>
  (call, callback) => {
    let stream = '';
    let expected: Expected = 'any';
    const events: Proposed[] = [];
    call.on('data', (request: messages.AppendReq) => {
      const [options, message] = [request.getOptions(), request.getProposedMessage()];
      if (options) [stream, expected] = [nameOf(options.getStreamIdentifier()), expectedOf(options)];
      if (message) events.push(proposedOf(message));
    });
    call.on('error', () => undefined);
    call.on('end', () => {
      const work = async () => {
        assertSize(events);
        return log.append(stream, events, expected);
      };
      work().then(
        (appended) => callback(null, successOf(appended)),
        (error: unknown) => {
          if (error instanceof WrongVersion) callback(null, wrongVersionOf(error.current, expected));
          else callback(failureOf(error, stream));
        },
      );
    });
  };

type Options = messages.AppendReq.Options | messages.DeleteReq.Options | messages.TombstoneReq.Options;

export function expectedOf(options: Options): Expected {
  if (options.hasRevision()) return Number(options.getRevision());
  if (options.hasNoStream()) return 'no-stream';
  return options.hasStreamExists() ? 'stream-exists' : 'any';
}

const successOf = ({ revision, position }: Appended): messages.AppendResp =>
  new messages.AppendResp().setSuccess(
    new messages.AppendResp.Success()
      .setCurrentRevision(String(revision))
      .setPosition(
        new messages.AppendResp.Position()
          .setCommitPosition(String(position))
          .setPreparePosition(String(position)),
      ),
  );

function wrongVersionOf(current: number, expected: Expected): messages.AppendResp {
  const wrong = new messages.AppendResp.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(current));
  if (typeof expected === 'number') wrong.setExpectedRevision(String(expected));
  else if (expected === 'no-stream') wrong.setExpectedNoStream(new shared.Empty());
  else if (expected === 'stream-exists') wrong.setExpectedStreamExists(new shared.Empty());
  else wrong.setExpectedAny(new shared.Empty());
  return new messages.AppendResp().setWrongExpectedVersion(wrong);
}
