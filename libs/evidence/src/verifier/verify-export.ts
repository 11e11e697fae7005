// Verifies an export of the log of Trousseau, offline: no store, no network, nothing of the rest of the product.
//
//   node verify-export.js FILE --key KEY --checkpoint FILE
//
// KEY is the log's verifier key, `name+id+base64`, or a file that holds it. The checkpoint is a signed note you keep, or got
// from somebody you trust, outside the audited system; a file of several, as a topic gives them, is taken at the largest, and
// the others must hold as well. Exit code 0: sound; 1: something is wrong, and where; 2: not usable.
//
// An export is a file of lines, each canonical JSON (RFC 8785): a header, then every place of the log in order, then an end.
//   {"checkpoint":NOTE,"exportedAt":TIME,"format":"trousseau-evidence/1","kind":"whole"}
//   {"event":{…},"index":0,"leaf":HASH,"position":1}          an event as it stands in the store
//   {"absent":{"at":MS,"category":…,"hash":…},"index":1,…}    what the log keeps of an event that left, or is withheld
//   {"checkpoint":NOTE}                                       a checkpoint over everything before it
//   {"end":{"lines":N,"sha256":HASH}}
// An export of some streams has kind "streams"; each of its events carries a "proof" of inclusion under the checkpoint.
//
// What is proved, and what is not: docs/explanation/evidence.md. To read top-down, begin at verifyExport.
import { createHash, createPublicKey, hash, verify } from 'node:crypto';
import { closeSync, createReadStream, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createGunzip } from 'node:zlib';

// ── Hashes: canonical JSON, events, leaves, the tree of RFC 6962 ────────────────────────────────────────────────────────

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Event = {
  stream: string;
  revision: number;
  id: string;
  type: string;
  data: Json;
  metadata: { [key: string]: Json };
};
type Absent = { category: string; at: number | null; hash: string };

const canonical = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key]!)}`).join(',')}}`;
};

const eventHash = (e: Event) =>
  hash('sha256', canonical([e.stream, e.revision, e.id, e.type, e.data, e.metadata]));

/** What the log keeps of an event: category, time, hash. */
const summary = (event: Event): Absent => {
  const category = event.stream.startsWith('data-key-') ? 'data-key' : event.stream.split('-', 1)[0]!;
  const time = typeof event.metadata['at'] === 'string' ? Date.parse(event.metadata['at']) : Number.NaN;
  return { category, at: time >= 0 && time <= 2 ** 48 - 2 ? time : null, hash: eventHash(event) };
};

const leafHash = (position: number, { category, at, hash: event }: Absent) =>
  hash('sha256', `\0${canonical([position, category, at, event])}`, 'buffer');

const nodeHash = (left: Buffer, right: Buffer) =>
  hash('sha256', Buffer.concat([Buffer.of(1), left, right]), 'buffer');

/** The tree as roots of its complete subtrees, the largest first. */
class Tree {
  size = 0;
  private readonly peaks: Buffer[] = [];

  append(leaf: Buffer): void {
    let node = leaf;
    for (let pairs = this.size; pairs % 2 === 1; pairs = (pairs - 1) / 2)
      node = nodeHash(this.peaks.pop()!, node);
    this.peaks.push(node);
    this.size += 1;
  }

  root(): Buffer {
    if (this.size === 0) return hash('sha256', '', 'buffer');
    return this.peaks.reduceRight((right, left) => nodeHash(left, right));
  }
}

/** The root that a proof of inclusion leads to (RFC 9162 section 2.1.3.2); undefined when it is none for this place. */
const rootFrom = (
  leaf: Buffer,
  index: number,
  size: number,
  proof: readonly Buffer[],
): Buffer | undefined => {
  let [at, last, node] = [index, size - 1, leaf];
  const up = () => ([at, last] = [Math.floor(at / 2), Math.floor(last / 2)]);
  for (const sibling of proof) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      node = nodeHash(sibling, node);
      while (at % 2 === 0 && at !== 0) up();
    } else {
      node = nodeHash(node, sibling);
    }
    up();
  }
  return last === 0 ? node : undefined;
};

// ── Signed checkpoints: C2SP signed-note and tlog-checkpoint, Ed25519 ───────────────────────────────────────────────────

type Key = { name: string; id: string; publicKey: Buffer };
type Checkpoint = { size: number; root: Buffer };

const parseKey = (text: string): Key | undefined => {
  const [, name, id, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (name === undefined || bytes.length !== 33 || bytes[0] !== 1) return undefined;
  const digest = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), bytes]));
  return digest.startsWith(id!) ? { name, id: id!, publicKey: bytes.subarray(1) } : undefined;
};

/** The checkpoint in a note, if this key signed it about its own log. */
const openCheckpoint = (note: string, key: Key): Checkpoint | undefined => {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2).split('\n');
  if (end < 0 || lines.pop() !== '') return undefined;
  const signatures = lines.flatMap((line) => {
    const [, name, encoded] = /^— (\S+) ([A-Za-z0-9+/]+=*)$/u.exec(line) ?? [];
    const bytes = Buffer.from(encoded ?? '', 'base64');
    const isOurs = name === key.name && bytes.toString('hex', 0, 4) === key.id;
    return isOurs && bytes.toString('base64') === encoded ? [bytes.subarray(4)] : [];
  });
  const x = key.publicKey.toString('base64url');
  const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } });
  const isRight = (signature: Buffer) => verify(null, Buffer.from(text), publicKey, signature);
  const [, origin, size, root] = /^(.+)\n(0|[1-9]\d*)\n([A-Za-z0-9+/]{43}=)\n/.exec(text) ?? [];
  if (signatures.length === 0 || !signatures.every(isRight) || origin !== key.name) return undefined;
  return { size: Number(size), root: Buffer.from(root!, 'base64') };
};

/** The checkpoints of this key in a text of one or more notes, the smallest first. */
const checkpointsIn = (text: string, key: Key): Checkpoint[] =>
  (text.match(/(?:[^\n]+\n)+\n(?:— [^\n]+\n)+/gu) ?? [])
    .flatMap((note) => openCheckpoint(note, key) ?? [])
    .sort((one, other) => one.size - other.size);

// ── What may be absent: how long the product says it keeps what ─────────────────────────────────────────────────────────

const HOURS = 3_600_000;
const DAYS = 24 * HOURS;
export const KEPT_FOR: Readonly<Record<string, number>> = {
  attempts: 25 * HOURS,
  session: 31 * DAYS,
  remember: 31 * DAYS,
  mail: 365 * DAYS,
};
const CLOCKS_DIFFER = 5 * 60_000;

const mayBeAbsent = ({ category, at }: Absent, then: number): boolean => {
  if (category === 'data-key') return true; // Destroyed with what it opened, and never part of an export.
  const age = KEPT_FOR[category];
  return age !== undefined && at !== null && at + age <= then + CLOCKS_DIFFER;
};

// ── The export ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What is wrong first: what it is, the line of the file, the place in the log; `upTo` is the first place known to be right again. */
export type Wrong = { kind: string; line: number; index: number; upTo?: number; why: string };
export type Report = {
  sound: boolean;
  wrong?: Wrong;
  kind: string;
  /** Places in the log under the checkpoint, events verified, places whose event is absent as it may be. */
  size: number;
  events: number;
  absent: number;
};

class Found extends Error {
  constructor(
    readonly kind: string,
    readonly index: number,
    readonly why: string,
    readonly upTo?: number,
  ) {
    super(why);
  }
}

/** What was found, or where a packed file can be opened no further; anything else is no matter of the export, and goes on. */
const asFound = (error: unknown, next = 0): Found => {
  if (error instanceof Found) return error;
  const { code, message } = error as { code?: unknown; message: string };
  // fzstd numbers what it meets, zlib names it.
  if (typeof code !== 'number' && !String(code).startsWith('Z_')) throw error;
  const kind = /end of file|EOF/i.test(message) ? 'truncated' : 'unreadable';
  return new Found(kind, next, `the file opens no further: ${message}`);
};

type Line = { [key: string]: Json };
type Entry = {
  event?: Event;
  absent?: Absent;
  index: number;
  leaf: string;
  position: number;
  proof?: string[];
};

/** The lines of a file; the last one ends in a newline like all others, or it is cut off. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let to = rest.indexOf(10); to >= 0; to = rest.indexOf(10, from)) {
      yield rest.subarray(from, to);
      from = to + 1;
    }
    rest = rest.subarray(from);
  }
  if (rest.length > 0) yield rest.subarray(0, -1);
}

/** A line as JSON; undefined when it is not exactly the canonical text of what it says: one byte is enough. */
const parse = (line: Buffer): Line | undefined => {
  try {
    const value = JSON.parse(line.toString('utf8')) as Line;
    return Buffer.from(canonical(value)).equals(line) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Nothing may stand in an entry that its hash does not cover: its members are these, and no others. */
const isEntry = (line: Line): boolean => {
  const { event, absent, index, position, leaf, proof } = line as unknown as Partial<Entry>;
  const members = (value: unknown) => Object.keys(value ?? {}).join();
  const isProof =
    proof === undefined || (Array.isArray(proof) && proof.every((hex) => typeof hex === 'string'));
  const isEvent =
    members(event) === 'data,id,metadata,revision,stream,type' &&
    typeof event?.stream === 'string' &&
    members(event.metadata) !== '';
  const isAbsent = members(absent) === 'at,category,hash' && typeof absent?.category === 'string';
  return (
    /^(absent|event),index,leaf,position(,proof)?$/.test(members(line)) &&
    (isEvent || isAbsent) &&
    isProof &&
    Number.isSafeInteger(index) &&
    typeof position === 'number' &&
    typeof leaf === 'string'
  );
};

class Verification {
  readonly report: Report = { sound: false, kind: 'unknown', size: 0, events: 0, absent: 0 };
  line = 0;
  private readonly tree = new Tree();
  private readonly digest = createHash('sha256');
  private readonly ends = new Map<string, { revision: number; hash: string }>();
  private checkpoint: Checkpoint = { size: 0, root: Buffer.alloc(32) };
  private readonly trusted: Checkpoint;
  private readonly bySize = new Map<number, Checkpoint[]>();
  private exportedAt = 0;
  /** Everything before this place is proved. */
  private proved = 0;
  /** The place that comes next. */
  next = 0;
  private ended = false;

  constructor(
    private readonly key: Key,
    trusted: readonly Checkpoint[],
    private readonly now: number,
  ) {
    this.trusted = trusted.at(-1)!;
    trusted.forEach((checkpoint) => this.remember(checkpoint));
  }

  private remember(checkpoint: Checkpoint): void {
    this.bySize.set(checkpoint.size, [...(this.bySize.get(checkpoint.size) ?? []), checkpoint]);
  }

  take(bytes: Buffer): void {
    this.line += 1;
    const line = parse(bytes);
    if (this.ended) throw new Found('inserted', this.next, 'something stands after the end');
    if (line === undefined) throw new Found('altered', this.next, 'the line is not as it was written');
    if (this.line === 1) this.header(line);
    else if (Object.keys(line).join() === 'end') this.end(canonical(line['end']!));
    else if (Object.keys(line).join() === 'checkpoint') this.milestone(String(line['checkpoint']));
    else if (isEntry(line)) this.entry(line as unknown as Entry);
    else throw new Found('altered', this.next, 'the line is none of an export');
    if (!this.ended) this.digest.update(bytes).update('\n');
  }

  finish(): void {
    if (!this.ended) throw new Found('truncated', this.next, 'the end of the file is missing');
    this.report.sound = true;
  }

  private header({ format, kind, checkpoint, exportedAt }: Line): void {
    if (format !== 'trousseau-evidence/1' || (kind !== 'whole' && kind !== 'streams')) {
      throw new Found('altered', 0, 'the first line is not the header of an export');
    }
    const opened = openCheckpoint(String(checkpoint), this.key);
    if (opened === undefined)
      throw new Found('checkpoint-invalid', 0, 'the checkpoint is not signed by the key');
    if (kind === 'whole' && this.trusted.size > opened.size) {
      throw new Found('truncated', opened.size, 'the export ends before your checkpoint', this.trusted.size);
    }
    if (kind === 'streams' && this.trusted.size !== opened.size) {
      throw new Found(
        'checkpoint-invalid',
        0,
        `export these streams at your checkpoint, of ${this.trusted.size} places`,
      );
    }
    this.exportedAt = Math.min(Date.parse(String(exportedAt)), this.now);
    this.checkpoint = opened;
    this.remember(opened);
    this.report.kind = kind;
    this.report.size = opened.size;
    this.compare();
  }

  private entry(entry: Entry): void {
    if (this.report.kind === 'whole' ? entry.index !== this.next : entry.index < this.next) {
      const kind = entry.index > this.next ? 'removed' : 'duplicated';
      throw new Found(kind, this.next, `place ${entry.index} stands here`);
    }
    const kept = entry.event === undefined ? entry.absent! : summary(entry.event);
    const leaf = leafHash(entry.position, kept);
    if (leaf.toString('hex') !== entry.leaf) {
      throw new Found('altered', entry.index, 'the event is not the one that was recorded');
    }
    if (entry.event !== undefined) this.chain(entry.index, entry.event, kept.hash);
    else if (!mayBeAbsent(kept, this.exportedAt)) {
      throw new Found(
        'removed',
        entry.index,
        `an event of "${kept.category}" is absent, and nothing explains it`,
      );
    }
    this.report[entry.event === undefined ? 'absent' : 'events'] += 1;
    this.next = entry.index + 1;
    if (this.report.kind === 'streams') this.include(entry, leaf);
    else {
      this.tree.append(leaf);
      this.compare();
    }
  }

  /** In its stream, an event follows the one before it; only the beginning of a stream may have left. */
  private chain(index: number, { stream, revision, metadata }: Event, own: string): void {
    const before = this.ends.get(stream);
    this.ends.set(stream, { revision, hash: own });
    const mayBeginLater = Object.hasOwn(KEPT_FOR, stream.split('-', 1)[0]!);
    if (before === undefined && (revision === 0 ? metadata['previous'] === null : mayBeginLater)) return;
    if (revision !== (before?.revision ?? -1) + 1) {
      throw new Found('removed', index, `${stream} has nothing before revision ${revision}`);
    }
    if (metadata['previous'] !== before?.hash) {
      throw new Found('chain-broken', index, `${stream} is not continued by its revision ${revision}`);
    }
  }

  private include({ index, proof }: Entry, leaf: Buffer): void {
    const path = (proof ?? []).map((hex) => Buffer.from(hex, 'hex'));
    const root = index < this.checkpoint.size ? rootFrom(leaf, index, this.checkpoint.size, path) : undefined;
    if (!root?.equals(this.checkpoint.root)) throw new Found('altered', index, 'the proof does not hold');
  }

  private milestone(note: string): void {
    const checkpoint = openCheckpoint(note, this.key);
    if (checkpoint?.size !== this.tree.size) {
      throw new Found(
        'checkpoint-invalid',
        this.next,
        'a checkpoint on the way is not signed, or not from here',
      );
    }
    this.compareWith(checkpoint);
  }

  private compare(): void {
    if (this.report.kind === 'whole') {
      for (const head of this.bySize.get(this.tree.size) ?? []) this.compareWith(head);
    } else if (!this.trusted.root.equals(this.checkpoint.root)) {
      throw new Found('checkpoint-invalid', 0, 'the checkpoint contradicts yours');
    }
  }

  private compareWith({ size, root }: Checkpoint): void {
    if (!this.tree.root().equals(root)) {
      throw new Found('rewritten', this.proved, 'the places up to here are not those that were signed', size);
    }
    this.proved = size;
  }

  private end(end: string): void {
    if (this.report.kind === 'whole' && this.next < this.checkpoint.size) {
      throw new Found('truncated', this.next, 'the last places are missing', this.checkpoint.size);
    }
    if (this.report.kind === 'whole' && this.next > this.checkpoint.size) {
      throw new Found('inserted', this.checkpoint.size, 'there are more places than were signed');
    }
    if (end !== canonical({ lines: this.line - 1, sha256: this.digest.digest('hex') })) {
      throw new Found('altered', 0, 'the file is not as it was written, though no event is concerned');
    }
    this.ended = true;
  }
}

/** Verifies an export: its bytes, the verifier key, signed checkpoints from outside, the time (milliseconds since 1970). */
export const verifyExport = async (
  chunks: AsyncIterable<Uint8Array>,
  given: { key: string; checkpoint: string; now: number },
): Promise<Report> => {
  const key = parseKey(given.key);
  if (key === undefined) throw new TypeError('this is not a verifier key');
  const trusted = checkpointsIn(given.checkpoint, key);
  if (trusted.length === 0) throw new TypeError('your checkpoint is not signed by this key');
  const verification = new Verification(key, trusted, given.now);
  let found: Found | undefined;
  try {
    for await (const line of linesOf(chunks)) {
      try {
        if (found === undefined) verification.take(line);
        // What seemed removed stands further down: it was moved.
        else if (found.kind === 'removed' && parse(line)?.['index'] === found.index) {
          found = new Found('reordered', found.index, found.why);
        }
      } catch (error) {
        found = asFound(error);
      }
    }
    if (found === undefined) verification.finish();
  } catch (error) {
    const atEnd = asFound(error, verification.next);
    // Whatever opens no further stands in the line after the last one that did.
    if (found === undefined && !(error instanceof Found)) verification.line += 1;
    found ??= atEnd;
  }
  if (found === undefined) return verification.report;
  const { kind, index, why, upTo } = found;
  const wrong = { kind, line: verification.line, index, why, ...(upTo === undefined ? {} : { upTo }) };
  return { ...verification.report, sound: false, wrong };
};

// ── The program ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What is packed in Zstandard, by fzstd: 8 KB of JavaScript without dependencies, the one thing here that is not Node's own. */
async function* unpacked(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { Decompress } = await import('fzstd').catch(() => {
    throw new Error(
      'Packed exports open with fzstd: npm install fzstd beside this program, or zstd -dc FILE | node verify-export.js - …',
    );
  });
  let opened: Uint8Array[] = [];
  const stream = new Decompress((chunk) => void opened.push(Uint8Array.from(chunk)));
  for await (const chunk of packed) {
    stream.push(chunk);
    yield* opened;
    opened = [];
  }
  stream.push(new Uint8Array(0), true);
  yield* opened;
}

/** Opens a file, packed (.zst, or .gz as older exports are) or not. */
export const openExport = (file: string): AsyncIterable<Uint8Array> => {
  if (file === '-') return process.stdin;
  const start = Buffer.alloc(4);
  const descriptor = openSync(file, 'r');
  readSync(descriptor, start, 0, 4, 0);
  closeSync(descriptor);
  const bytes = createReadStream(file);
  if (start.readUInt16BE(0) === 0x1f8b) return bytes.pipe(createGunzip());
  return start.readUInt32BE(0) === 0x28b52ffd ? unpacked(bytes) : bytes;
};

const main = async ([file, ...options]: string[]): Promise<number> => {
  const option = (name: string) => options[options.indexOf(name) + 1];
  const [key, checkpoint] = [option('--key'), option('--checkpoint')];
  if (file === undefined || key === undefined || checkpoint === undefined || options.length !== 4) {
    process.stderr.write('node verify-export.js FILE --key KEY --checkpoint FILE\n');
    return 2;
  }
  const report = await verifyExport(openExport(file), {
    key: existsSync(key) ? readFileSync(key, 'utf8') : key,
    checkpoint: readFileSync(checkpoint, 'utf8'),
    now: Date.now(),
  });
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  return report.sound ? 0 : 1;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${(error as Error).message}\n`);
    return 2;
  });
}
