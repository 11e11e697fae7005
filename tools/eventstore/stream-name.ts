import messages from '@eventstore/db-client/generated/shared_pb.js';

export const nameOf = (identifier: messages.StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export const identifierOf = (stream: string): messages.StreamIdentifier =>
  new messages.StreamIdentifier().setStreamName(Buffer.from(stream, 'utf8').toString('base64'));
