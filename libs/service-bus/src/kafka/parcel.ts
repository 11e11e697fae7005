import type { IHeaders } from 'kafkajs';
import type { BusCipher } from './bus-cipher.js';

/** What a request says beside its content. Nothing of it is secret; all of it is bound to the content. */
export type RequestHead = Readonly<{
  pattern: string;
  id: string;
  /** Partition of the replies topic where the answer is waited for. */
  replyTo: number;
  /** Milliseconds since 1970. */
  sentAt: number;
}>;

/** A request or a reply as Kafka carries it. */
export type Parcel = Readonly<{ value: Buffer; headers: Record<string, string> }>;

/** What comes back: a response, or one of the bus's errors. */
export type Outcome = Readonly<{ response?: unknown; error?: unknown }>;

const contextOf = (head: RequestHead) =>
  JSON.stringify(['request', head.pattern, head.id, head.replyTo, head.sentAt]);

const replyContext = (id: string) => JSON.stringify(['reply', id]);

export const packRequest = (cipher: BusCipher, head: RequestHead, data: unknown): Parcel => ({
  value: cipher.encrypt(JSON.stringify(data), contextOf(head)),
  headers: {
    pattern: head.pattern,
    id: head.id,
    'reply-to': String(head.replyTo),
    'sent-at': String(head.sentAt),
  },
});

/** The request, or null when it was not written by one of us. */
export const unpackRequest = (
  cipher: BusCipher,
  headers: IHeaders | undefined,
  value: Buffer | null,
): Readonly<{ head: RequestHead; data: unknown }> | null => {
  const text = (name: string) => headers?.[name]?.toString() ?? '';
  const head = {
    pattern: text('pattern'),
    id: text('id'),
    replyTo: Number(text('reply-to')),
    sentAt: Number(text('sent-at')),
  };
  const content = value && cipher.decrypt(value, contextOf(head));
  return content === null ? null : { head, data: JSON.parse(content) as unknown };
};

export const packReply = (cipher: BusCipher, id: string, outcome: Outcome): Parcel => ({
  value: cipher.encrypt(JSON.stringify(outcome), replyContext(id)),
  headers: { id },
});

/** The reply, or null when it was not written by one of us. */
export const unpackReply = (cipher: BusCipher, id: string, value: Buffer | null): Outcome | null => {
  const content = value && cipher.decrypt(value, replyContext(id));
  return content === null ? null : (JSON.parse(content) as Outcome);
};
