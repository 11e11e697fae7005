import type { RecordedEvent } from '#event-store';
import type { Delivered } from './mail-server.js';

/** A provisional key that was mailed, by the log: whether it may still open something. */
export type MailedKey = Readonly<{ to: string; key: string; lives: boolean }>;

const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

/** The keys that were mailed and of which the log says which they are, oldest first. */
export const mailedKeys = (
  events: readonly RecordedEvent[],
  delivered: readonly Delivered[],
): readonly MailedKey[] => {
  const issued = new Map(
    events
      .filter(({ type, data }) => type === 'MailAccepted' && typeof data['issueId'] === 'string')
      .map(({ stream, data }) => [
        `${stream.slice('mail-'.length)}.${String(data['attempt'])}`,
        String(data['issueId']),
      ]),
  );
  const gone = new Set(
    events.flatMap(({ type, data }) => [
      ...strings(data['voids']),
      ...(type === 'ProvisionalKeyRedeemed' ? [String(data['issueId'])] : []),
    ]),
  );
  return delivered.flatMap(({ to, key, messageId }) => {
    const issueId = issued.get(/^<(.+)@/.exec(messageId)?.[1] ?? '');
    return key === null || issueId === undefined ? [] : [{ to, key, lives: !gone.has(issueId) }];
  });
};
