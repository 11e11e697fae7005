import { hash } from 'node:crypto';

/** Who signs a note: a name and a raw Ed25519 public key of 32 bytes. */
export type NoteKey = Readonly<{ name: string; publicKey: Uint8Array }>;

/** Signature type identifier of Ed25519 (C2SP signed-note). */
const ED25519 = 0x01;

/** A name that a signature line can carry: not empty, no space, no plus. */
export const isKeyName = (name: string): boolean => name.length > 0 && !/[\s+\p{Cc}]/u.test(name);

/** The first four bytes of SHA-256 over name, newline, type and public key (C2SP signed-note). */
export const keyIdOf = ({ name, publicKey }: NoteKey): Buffer =>
  hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), publicKey]), 'buffer').subarray(
    0,
    4,
  );

/** The key as one line of text, `<name>+<key id>+<base64>`, as other tools of this format write it. */
export const formatNoteKey = (key: NoteKey): string =>
  `${key.name}+${keyIdOf(key).toString('hex')}+${Buffer.from([ED25519, ...key.publicKey]).toString('base64')}`;

/** Reads such a line; undefined when it is malformed, not Ed25519, or its id is not that of its key. */
export const parseNoteKey = (text: string): NoteKey | undefined => {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
  if (name === undefined || encoded === undefined || !isKeyName(name)) return undefined;
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== 33 || bytes[0] !== ED25519 || bytes.toString('base64') !== encoded) return undefined;
  const key = { name, publicKey: bytes.subarray(1) };
  return keyIdOf(key).toString('hex') === id ? key : undefined;
};
