import type messages from '@eventstore/db-client/generated/streams_pb.js';
import { LARGEST, TooLarge } from './failures.js';
import type { Proposed } from './record.js';
import { uuidText } from './uuid.js';

type Message = messages.AppendReq.ProposedMessage | messages.BatchAppendReq.ProposedMessage;

export const proposedOf = (message: Message): Proposed => ({
  id: uuidText(message.getId()),
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? 'application/octet-stream',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

export function assertSize(events: readonly Proposed[]): void {
  if (events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0) > LARGEST)
    throw new TooLarge();
}
