import messages from '@eventstore/db-client/generated/streams_pb.js';
import type { Recorded } from './record.js';
import { identifierOf } from './stream-name.js';
import { uuidMessage } from './uuid.js';

/** .NET ticks of 100 ns. */
const TICKS = 10_000n;

export function eventResponse(record: Recorded, structured: boolean): messages.ReadResp {
  const position = String(record.position);
  const event = new messages.ReadResp.ReadEvent.RecordedEvent()
    .setId(uuidMessage(record.id, structured))
    .setStreamIdentifier(identifierOf(record.stream))
    .setStreamRevision(String(record.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setData(record.data)
    .setCustomMetadata(record.metadata);
  event
    .getMetadataMap()
    .set('type', record.type)
    .set('content-type', record.contentType)
    .set('created', String(BigInt(Math.trunc(record.created)) * TICKS));
  return new messages.ReadResp().setEvent(
    new messages.ReadResp.ReadEvent().setEvent(event).setCommitPosition(position),
  );
}

export const notFoundResponse = (stream: string): messages.ReadResp =>
  new messages.ReadResp().setStreamNotFound(
    new messages.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream)),
  );

export const confirmationResponse = (id: string): messages.ReadResp =>
  new messages.ReadResp().setConfirmation(
    new messages.ReadResp.SubscriptionConfirmation().setSubscriptionId(id),
  );

export const checkpointResponse = (position: number): messages.ReadResp =>
  new messages.ReadResp().setCheckpoint(
    new messages.ReadResp.Checkpoint()
      .setCommitPosition(String(position))
      .setPreparePosition(String(position)),
  );

export const caughtUpResponse = (): messages.ReadResp =>
  new messages.ReadResp().setCaughtUp(new messages.ReadResp.CaughtUp());
