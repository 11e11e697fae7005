import type { RecordedEvent } from '#event-store';
import type { Delivered } from './mail-server.js';

/** What was acknowledged to people and taken by the mail server. */
type Promised = Readonly<{
  emailChanges: readonly Readonly<{ userId: string; position: number }>[];
  /** Changes of a key that were acknowledged, by user. */
  keyChanges: ReadonlyMap<string, number>;
  delivered: readonly Delivered[];
}>;

/** Everything in which the log does not bear out what was promised; none when all held. */
export const judge = (events: readonly RecordedEvent[], promised: Promised): readonly string[] => [
  ...lostEmailChanges(events, promised.emailChanges),
  ...lostKeyChanges(events, promised.keyChanges),
  ...mailsSentTwice(promised.delivered),
  ...keysNotRecorded(events, promised.delivered),
];

const lostEmailChanges = (events: readonly RecordedEvent[], changes: Promised['emailChanges']) => {
  const streams = new Map(events.map(({ position, stream }) => [position, stream]));
  return changes
    .filter(({ userId, position }) => streams.get(position) !== `user-${userId}`)
    .map(({ userId, position }) => `the change of an address of ${userId} does not stand at ${position}`);
};

const lostKeyChanges = (events: readonly RecordedEvent[], changes: Promised['keyChanges']) =>
  [...changes].flatMap(([userId, acknowledged]) => {
    const recorded = events.filter(
      ({ stream, type }) => stream === `credential-${userId}` && type === 'KeyChanged',
    ).length;
    return recorded < acknowledged
      ? [`${acknowledged} changes of key were acknowledged to ${userId}, ${recorded} stand`]
      : [];
  });

/** The same mail may come again only where nobody heard that it had been taken. */
const mailsSentTwice = (delivered: readonly Delivered[]) => {
  const answered = new Set<string>();
  return delivered.flatMap(({ messageId, to, answered: told }) => {
    const mail = `${messageId} to ${to}`;
    if (answered.has(mail)) return [`${mail} came again`];
    if (told) answered.add(mail);
    return [];
  });
};

/** At each moment at most as many keys had left for a request as auth had recorded. */
const keysNotRecorded = (events: readonly RecordedEvent[], delivered: readonly Delivered[]) => {
  const requestOf = new Map(
    events
      .filter(({ type }) => type === 'MailRequested')
      .map(({ stream, data }) => [stream.slice('mail-'.length), data['requestId']]),
  );
  const issued = events
    .filter(({ type }) => type === 'ProvisionalKeyIssued')
    .map(({ data, metadata }) => ({ requestId: data['requestId'], at: String(metadata['at']) }));
  const attempts = new Map<string, Set<string>>();
  return delivered.flatMap(({ messageId, key, at }) => {
    if (key === null) return [];
    const mailId = mailIdIn(messageId);
    const requestId = requestOf.get(mailId);
    const keys = attempts.get(mailId) ?? new Set();
    attempts.set(mailId, keys.add(key));
    const recorded = issued.filter((issue) => issue.requestId === requestId && issue.at <= at).length;
    return requestId !== undefined && keys.size <= recorded
      ? []
      : [`mail ${mailId} brought ${keys.size} keys, ${recorded} were recorded before`];
  });
};

/** `<mail>.<attempt>@domain`. */
const mailIdIn = (messageId: string) => /^<(.+)\.\d+@/.exec(messageId)?.[1] ?? '';
