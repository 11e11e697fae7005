/**
 * What the log keeps of an event for ever, even after its content left: enough to prove that it was there and to judge
 * whether it was allowed to leave, and nothing that says whose it was (GDP-01).
 */
export type Leaf = Readonly<{
  /** Its position in the store. */
  position: number;
  /** What sort of stream it stood in, such as `session`; never the stream's name. */
  category: string;
  /** When it happened, in milliseconds since 1970; null where the event does not say. */
  at: number | null;
  /** Hash of the event itself, in hex. */
  eventHash: string;
}>;

/** The bytes a leaf is hashed over: JSON of position, category, time and event hash, without spaces. */
export const leafText = ({ position, category, at, eventHash }: Leaf): string =>
  `[${position},${JSON.stringify(category)},${at},"${eventHash}"]`;

export const sameLeaf = (one: Leaf, other: Leaf): boolean =>
  one.eventHash === other.eventHash &&
  one.position === other.position &&
  one.category === other.category &&
  one.at === other.at;
