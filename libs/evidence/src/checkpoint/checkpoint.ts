import type { TreeHead } from '../merkle/verify-consistency.js';

/** What a log says of itself at one moment: who it is, how many leaves it has, and their root. */
export type Checkpoint = TreeHead & Readonly<{ origin: string }>;

/** The text that is signed (C2SP tlog-checkpoint): origin, size, root in base64, one to a line. */
export const formatCheckpoint = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;

/** Reads such a text; undefined when it is none. Lines after the third are allowed and passed over. */
export const parseCheckpoint = (text: string): Checkpoint | undefined => {
  const [, origin, digits, encoded] =
    /^([^\n]+)\n(0|[1-9]\d*)\n([A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*$/.exec(text) ?? [];
  if (origin === undefined || encoded === undefined) return undefined;
  const size = Number(digits);
  const root = Buffer.from(encoded, 'base64');
  if (!Number.isSafeInteger(size) || root.toString('base64') !== encoded) return undefined;
  return { origin, size, root };
};
