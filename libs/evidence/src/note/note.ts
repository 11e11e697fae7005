/** One signature of a note: whose it claims to be, and the bytes. */
export type NoteSignature = Readonly<{ name: string; keyId: Uint8Array; signature: Uint8Array }>;

/** A text and its signatures (C2SP signed-note). The text ends in a newline; nothing of it counts before it is verified. */
export type Note = Readonly<{ text: string; signatures: readonly NoteSignature[] }>;

const MOST_SIGNATURES = 100;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;
const SIGNATURE_LINE = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/;

/** The note as it is stored and sent. */
export const formatNote = ({ text, signatures }: Note): string => {
  const lines = signatures.map(({ name, keyId, signature }) => {
    const encoded = Buffer.concat([keyId, signature]).toString('base64');
    return `\u2014 ${name} ${encoded}\n`;
  });
  return `${text}\n${lines.join('')}`;
};

/** Reads a note; undefined when it is not one. The last empty line divides text and signatures. */
export const parseNote = (note: string): Note | undefined => {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n') || CONTROL.test(note)) return undefined;
  const lines = note.slice(end + 2, -1).split('\n');
  const signatures = lines.map(parseSignature);
  if (lines.length > MOST_SIGNATURES) return undefined;
  return signatures.every((signature) => signature !== undefined)
    ? { text: note.slice(0, end + 1), signatures }
    : undefined;
};

const parseSignature = (line: string): NoteSignature | undefined => {
  const [, name, encoded] = SIGNATURE_LINE.exec(line) ?? [];
  if (name === undefined || encoded === undefined) return undefined;
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length < 5 || bytes.toString('base64') !== encoded) return undefined;
  return { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) };
};
