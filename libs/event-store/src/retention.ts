/** How long the events of a stream are kept; an event is gone as soon as one of the limits says so. */
export type Retention = Readonly<{
  /** Seconds since the event was recorded. */
  maxAge?: number;
  /** Number of last events kept. */
  maxCount?: number;
  /** What is crowded out may still show in the whole log until the store is next cleaned: nobody has to look at each event for it. */
  lazy?: boolean;
}>;

/** The declared retention of a stream by its name; undefined is for ever. An absence that no rule explains is a finding. */
export type RetentionPolicy = (stream: string) => Retention | undefined;

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Retention by category, the part of the stream's name before its first dash. */
const byCategory: Readonly<Record<string, Retention>> = {
  attempts: { maxAge: 25 * HOUR },
  session: { maxAge: 31 * DAY },
  remember: { maxAge: 31 * DAY },
  mail: { maxAge: 365 * DAY },
  // `data-key-…`: one that is wrapped anew leaves nothing of what the former master key opened.
  data: { maxCount: 1, lazy: true },
};

/** The product's own policy; see the table of streams in `docs/reference/streams.md`. */
export const declaredRetention: RetentionPolicy = (stream) => {
  const end = stream.indexOf('-');
  return byCategory[end < 0 ? stream : stream.slice(0, end)];
};
