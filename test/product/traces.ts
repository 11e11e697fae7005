import { constants, inflateRawSync } from 'node:zlib';
import { Decompress } from 'fzstd';

/** Where a secret was found: by its name, in what spelling. */
export type Trace = Readonly<{ name: string; spelling: string; at: number }>;

/** The letters of base64 that depend on the secret alone, wherever it begins among groups of three bytes. */
const base64Cores = (bytes: Buffer): Buffer[] =>
  [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const first = Math.ceil((shift * 4) / 3);
    const whole = Math.floor(((shift + bytes.length) * 8) / 6);
    return Buffer.from(text.slice(first, whole));
  });

const urlSafe = (text: Buffer) => Buffer.from(text.toString().replaceAll('+', '-').replaceAll('/', '_'));

const utf16 = (text: string) => Buffer.from(text, 'utf16le');

const spellingsOf = (secret: string): readonly (readonly [string, Buffer])[] => {
  const bytes = Buffer.from(secret);
  const escaped = secret.replaceAll(/[^ -~]/g, (letter) =>
    [...letter].map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  );
  const plain = [
    ['raw', bytes],
    ['small letters', Buffer.from(secret.toLowerCase())],
    ['capitals', Buffer.from(secret.toUpperCase())],
    ['without accents', Buffer.from(secret.normalize('NFKD').replace(/\p{M}/gu, ''))],
    ['latin1', Buffer.from(secret, 'latin1')],
    ['UTF-16', utf16(secret)],
    ['UTF-16 big-endian', utf16(secret).swap16()],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ['URL', Buffer.from(encodeURIComponent(secret))],
    ['form', Buffer.from(new URLSearchParams({ v: secret }).toString().slice(2))],
    ['JSON', Buffer.from(escaped)],
  ] as const;
  const encoded = [bytes, utf16(secret)].flatMap((form) =>
    base64Cores(form).flatMap((core) => [['base64', core] as const, ['base64url', urlSafe(core)] as const]),
  );
  return [...plain, ...encoded];
};

/** ASCII capitals as small letters: read models fold what they search by. */
const lower = (bytes: Buffer): Buffer => {
  const folded = Buffer.from(bytes);
  for (let at = 0; at < folded.length; at += 1) {
    const byte = folded[at]!;
    if (byte >= 65 && byte <= 90) folded[at] = byte + 32;
  }
  return folded;
};

const isBase64 = (spelling: string) => spelling.startsWith('base64');

/** As far as it goes: a stream may be cut, and what stands behind it is none of it. */
const inflated = (packed: Buffer) =>
  inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 28 });

/** Where the content of a gzip member begins: behind its header, and what its flags announce (RFC 1952). */
const gzipContent = (packed: Buffer): Buffer => {
  const flags = packed[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + packed.readUInt16LE(at);
  for (const text of [8, 16]) if (flags & text) at = packed.indexOf(0, at) + 1;
  return packed.subarray(flags & 2 ? at + 2 : at);
};

/** In small pieces, so that what came before the end of the stream is had, whatever follows. */
const unzstd = (packed: Buffer): Buffer => {
  const content: Buffer[] = [];
  const stream = new Decompress((chunk) => void content.push(Buffer.from(chunk)));
  try {
    for (let at = 0; at < packed.length; at += 64) stream.push(packed.subarray(at, at + 64));
  } catch {
    // Behind its end stands something else.
  }
  return Buffer.concat(content);
};

/** What is packed inside: gzip, zlib and Zstandard streams that begin and end anywhere. */
function* unpacked(bytes: Buffer): Generator<Buffer> {
  const formats = [
    { magic: Buffer.of(0x1f, 0x8b, 8), unpack: (packed: Buffer) => inflated(gzipContent(packed)) },
    ...[0x01, 0x5e, 0x9c, 0xda].map((level) => ({
      magic: Buffer.of(0x78, level),
      unpack: (packed: Buffer) => inflated(packed.subarray(2)),
    })),
    { magic: Buffer.of(0x28, 0xb5, 0x2f, 0xfd), unpack: unzstd },
  ];
  for (const { magic, unpack } of formats) {
    for (let at = bytes.indexOf(magic); at >= 0; at = bytes.indexOf(magic, at + 1)) {
      try {
        yield unpack(bytes.subarray(at));
      } catch {
        // These bytes only look like the beginning of one.
      }
    }
  }
}

/**
 * Every trace of these secrets in some bytes: raw, without accents, latin1, UTF-16, hex, URL, form, JSON, base64 and base64url at any
 * alignment, in capitals or small letters, and the same inside gzip, zlib and zstd.
 */
export const tracesIn = (bytes: Buffer, secrets: Readonly<Record<string, string>>): readonly Trace[] => {
  const folded = lower(bytes);
  const found = Object.entries(secrets).flatMap(([name, secret]) =>
    spellingsOf(secret).flatMap(([spelling, form]) => {
      const at = isBase64(spelling) ? bytes.indexOf(form) : folded.indexOf(lower(form));
      return at < 0 ? [] : [{ name, spelling, at }];
    }),
  );
  const inside = [...unpacked(bytes)].flatMap((content) =>
    tracesIn(content, secrets).map((trace) => ({ ...trace, spelling: `packed ${trace.spelling}` })),
  );
  return [...found, ...inside];
};
