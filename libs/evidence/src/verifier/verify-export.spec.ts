import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Zstd } from '@hpcc-js/wasm-zstd';
import { transformSync } from '@swc/core';
import { decompress } from 'fzstd';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson, eventHash } from '#aggregate-store';
import { declaredRetention, type JsonValue } from '#event-store';
import { scratchFolder } from '#event-store/testing';
import { signCheckpoint } from '../checkpoint/sign-checkpoint.js';
import { exportStreams } from '../export/export-streams.js';
import { exportWhole, NotACheckpoint } from '../export/export-whole.js';
import { writeExport } from '../export/write-export.js';
import { formatNoteKey } from '../note/note-key.js';
import { seeded } from '../testing/journey.js';
import { RewritableStore } from '../testing/rewritable-store.js';
import { type SignedLog, signedLog } from '../testing/signed-log.js';
import { KEPT_FOR, openExport, type Report, verifyExport } from './verify-export.js';

const AT = '2026-11-22T12:00:00.000Z';
const NOW = Date.parse(AT);

const scratch = scratchFolder();
let log: SignedLog;
let whole: string;
beforeAll(async () => {
  log = await signedLog(100, [60, 30, 10]);
  whole = await textOf(exportWhole(optionsOf(log)));
});
afterAll(scratch.remove);

const optionsOf = (of: SignedLog, note = of.notes.at(-1)!) => ({ ...of, checkpoint: note, exportedAt: AT });
const textOf = async (lines: AsyncIterable<string>) => {
  let text = '';
  for await (const line of lines) text += line;
  return text;
};

/** A file as it comes from a disk: in pieces that end anywhere. */
async function* chunked(text: string | Buffer) {
  const bytes = Buffer.from(text as string);
  for (let at = 0; at < bytes.length; at += 5000) yield bytes.subarray(at, at + 5000);
}

const verify = (text: string | Buffer, checkpoint = log.notes.at(-1)!): Promise<Report> =>
  verifyExport(chunked(text), { key: formatNoteKey(log.key), checkpoint, now: NOW });

const wrongWith = async (text: string | Buffer) => (await verify(text)).wrong;
const linesOf = (text: string) => text.split('\n').slice(0, -1);

/** The file with its end made anew, as somebody does who knows the format and not the notary's key. */
const closed = (lines: readonly string[]) => {
  const body = lines.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(body).digest('hex');
  return `${body}{"end":{"lines":${lines.length},"sha256":"${sha256}"}}\n`;
};
const body = (text: string) => linesOf(text).slice(0, -1);
/** Number of the line that holds this place of the log, from 0. */
const lineOf = (lines: readonly string[], index: number) =>
  lines.findIndex((line) => line.includes(`"index":${index},`));

describe('verifying an export of the whole log (EVT-12)', () => {
  it('finds nothing wrong with one that nobody touched', async () => {
    const report = await verify(whole);
    expect(report).toMatchObject({ sound: true, kind: 'whole', size: 102 });
    expect(report.events + report.absent).toBe(102);
    expect(report.absent).toBeGreaterThan(0);
  });

  it('verifies against an earlier checkpoint as well, and not against a later one', async () => {
    expect(await verify(whole, log.notes[0])).toMatchObject({ sound: true, size: 102 });
    const earlier = await textOf(exportWhole(optionsOf(log, log.notes[0])));
    expect(await verify(earlier, log.notes[0])).toMatchObject({ sound: true, size: 60 });
    expect((await verify(earlier)).wrong).toMatchObject({ kind: 'truncated', index: 60, upTo: 102 });
  });

  it('takes several checkpoints at once, printed one after the other, and holds to each of them', async () => {
    const [first, , last] = log.notes;
    for (const printed of [log.notes.join(''), log.notes.toReversed().join('\n\n')])
      expect(await verify(whole, printed)).toMatchObject({ sound: true, size: 102 });
    const other = signCheckpoint({ size: 60, root: Buffer.alloc(32, 9) }, log.signer);
    const wrong = { kind: 'rewritten', index: 0, upTo: 60 };
    expect((await verify(whole, `${other}\n${last}`)).wrong).toMatchObject(wrong);
    const stranger = { ...log.signer, privateKey: generateKeyPairSync('ed25519').privateKey };
    const foreign = signCheckpoint({ size: 500, root: Buffer.alloc(32) }, stranger);
    expect(await verify(whole, `${first}${foreign}`)).toMatchObject({ sound: true });
    await expect(verify(whole, foreign)).rejects.toThrow('not signed by this key');
  });

  it('holds no data key, so that it cannot undo a later erasure (GDP-03)', () => {
    expect(whole).toContain('"category":"data-key"');
    expect(whole).not.toContain('DataKeyCreated');
  });

  it('believes what the product declares of retention, to the second', () => {
    const days = 24 * 3_600_000;
    const declared = Object.keys(KEPT_FOR).map((name) => [
      name,
      (declaredRetention(name)?.maxAge ?? 0) * 1000,
    ]);
    expect(KEPT_FOR).toEqual(Object.fromEntries(declared));
    for (const name of ['user', 'credential', 'school', 'identifier', 'support', 'checkpoint']) {
      expect(declaredRetention(name)).toBeUndefined();
    }
    // Of a data key the last wrapping stays; that one is absent says nothing, and an export holds none.
    expect(declaredRetention('data-key')).toMatchObject({ maxCount: 1 });
    expect(KEPT_FOR['session']).toBe(31 * days);
  });

  it('accepts the absence of what expired, and of nothing else', async () => {
    const store = await RewritableStore.of(log.store);
    const all = store.log;
    const exportedAt = '2026-11-24T12:00:00.000Z';
    const options = {
      key: formatNoteKey(log.key),
      checkpoint: log.notes.at(-1)!,
      now: Date.parse(exportedAt),
    };
    const late = (text: string) => verifyExport(chunked(text), options);
    store.log = all.filter(({ stream }) => !stream.startsWith('attempts-'));
    const expired = await textOf(exportWhole({ ...optionsOf(log), store, exportedAt }));
    expect((await late(expired)).sound).toBe(true);
    expect((await verify(expired)).wrong).toMatchObject({ kind: 'removed' });

    const victim = all.find(({ stream }) => stream.startsWith('credential-'))!;
    store.log = all.filter((event) => event !== victim);
    const removed = await textOf(exportWhole({ ...optionsOf(log), store, exportedAt }));
    expect((await late(removed)).wrong).toMatchObject({ kind: 'removed', index: victim.position });
  });

  it('refuses to be made at a checkpoint that is not the log’s', async () => {
    const other = await signedLog(101, [200]);
    await expect(textOf(exportWhole(optionsOf(log, other.notes[0])))).rejects.toThrow(NotACheckpoint);
    const ahead = { ...optionsOf(log), leaves: (await signedLog(102, [3])).leaves };
    await expect(textOf(exportWhole(ahead))).rejects.toThrow(NotACheckpoint);
  });
});

describe('verifying an export of some streams (EVT-12)', () => {
  const streams = ['user-1', 'credential-1', 'session-1'];
  let some: string;
  beforeAll(async () => {
    some = await textOf(exportStreams(optionsOf(log), streams));
  });

  it('proves each of their events', async () => {
    const report = await verify(some);
    const recorded = (await Promise.all(streams.map((stream) => log.store.read(stream)))).flat();
    expect(report).toMatchObject({ sound: true, kind: 'streams', events: recorded.length });
    expect(report.events).toBeGreaterThan(10);
  });

  it('is to be made at the checkpoint one holds', async () => {
    expect((await verify(some, log.notes[0])).wrong).toMatchObject({ kind: 'checkpoint-invalid' });
    const earlier = await textOf(exportStreams(optionsOf(log, log.notes[0]), streams));
    expect((await verify(earlier, log.notes[0])).sound).toBe(true);
  });

  it('names an event that was altered, and what followed one that was removed', async () => {
    const lines = body(some);
    const altered = closed(lines.with(3, lines[3]!.replace('clé choisie', 'clé changée')));
    expect(await wrongWith(altered)).toMatchObject({ kind: 'altered', line: 4 });
    const inOneStream = lines.findIndex((line) => line.includes('"revision":1,"stream":"credential-1"'));
    const removed = await wrongWith(closed(lines.toSpliced(inOneStream, 1)));
    expect(removed?.kind).toBe('removed');
    expect(removed?.why).toContain('credential-1');
  });

  it('names an event that stands there twice or out of order, whatever the end says', async () => {
    const lines = body(some);
    expect(await wrongWith(closed(lines.toSpliced(4, 0, lines[3]!)))).toMatchObject({ kind: 'duplicated' });
    expect((await wrongWith(closed(lines.with(3, lines[4]!).with(4, lines[3]!))))?.kind).toMatch(
      /duplicated|removed|reordered/,
    );
  });

  it('accepts no event of another log', async () => {
    const other = await signedLog(103, [102]);
    const foreign = body(await textOf(exportStreams(optionsOf(other), ['credential-1'])));
    const lines = body(some);
    const index = Number(/"index":(\d+)/.exec(foreign[1]!)?.[1]);
    const at = lines.findIndex((line) => Number(/"index":(\d+)/.exec(line)?.[1] ?? -1) >= index);
    expect((await verify(closed(lines.with(at, foreign[1]!)))).sound).toBe(false);
  });
});

describe('tampering with an exported file (EVT-12)', () => {
  const SEED = 20261122;

  it(`is found for each of 1,000 random bytes, in its place (seed ${SEED})`, async () => {
    const random = seeded(SEED);
    const small = await signedLog(104, [20, 8]);
    const file = await textOf(exportWhole(optionsOf(small)));
    const options = { key: formatNoteKey(small.key), checkpoint: small.notes.at(-1)!, now: NOW };
    const bytes = Buffer.from(file);
    const lineStarts = [0, ...[...bytes.keys()].filter((at) => bytes[at] === 10).map((at) => at + 1)];
    for (let round = 0; round < 1000; round += 1) {
      const at = Math.floor(random() * bytes.length);
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ (1 + Math.floor(random() * 255));
      const line = lineStarts.findLastIndex((start) => start <= at) + 1;
      const { wrong } = await verifyExport(chunked(changed), options);
      expect({ at, found: wrong !== undefined }).toEqual({ at, found: true });
      const isEntry = linesOf(file)[line - 1]!.includes('"index"');
      // A newline that is changed makes one line of two; a header's time is only under the digest at the end.
      if (!isEntry || bytes[at] === 10) continue;
      const index = linesOf(file)
        .slice(0, line - 1)
        .filter((before) => before.includes('"index"')).length;
      expect({ at, line: wrong?.line, index: wrong?.index }).toEqual({ at, line, index });
    }
  });

  it.each([
    ['gz', (text: string) => gzipSync(text)],
    ['zst', async (text: string) => Buffer.from((await Zstd.load()).compress(Buffer.from(text)))],
  ])(
    `is found for each byte that changes inside a .%s, and no later than where it opens no further, unless what it says is the same (seed ${SEED})`,
    async (ending, pack) => {
      const random = seeded(SEED);
      const packed = await pack(whole);
      const file = scratch.file(`changed.ndjson.${ending}`);
      const options = { key: formatNoteKey(log.key), checkpoint: log.notes.at(-1)!, now: NOW };
      let sound = 0;
      const kinds = new Set<string>();
      for (let round = 0; round < 100; round += 1) {
        const changed = Buffer.from(packed);
        const at = Math.floor(random() * packed.length);
        changed[at] = changed[at]! ^ (1 << Math.floor(random() * 8));
        writeFileSync(file, changed);
        const report = await verifyExport(openExport(file), options);
        if (report.sound) {
          sound += 1;
          const opened = ending === 'gz' ? gunzipSync(changed) : Buffer.from(decompress(changed));
          expect(opened.toString()).toBe(whole);
        } else {
          expect(report.wrong).toBeDefined();
          kinds.add(report.wrong!.kind);
          expect(report.wrong?.index).toBeLessThanOrEqual(report.events + report.absent);
        }
      }
      expect(kinds).toContain('unreadable');
      // The one holds bits that say nothing, such as the time it was packed; whatever else changes is found.
      expect(sound).toBeLessThan(10);
    },
    120_000,
  );

  it('names the place up to which a packed file that was cut can be opened', async () => {
    const file = scratch.file('cut.ndjson.gz');
    const packed = gzipSync(whole);
    for (const share of [0.3, 0.6, 0.9]) {
      writeFileSync(file, packed.subarray(0, Math.floor(packed.length * share)));
      const { wrong, events, absent } = await verifyExport(openExport(file), {
        key: formatNoteKey(log.key),
        checkpoint: log.notes.at(-1)!,
        now: NOW,
      });
      expect(wrong).toMatchObject({ kind: 'truncated', index: events + absent });
    }
  });

  it('names the place of an event that was dropped, repeated or exchanged, whatever the end says', async () => {
    const lines = body(whole);
    for (const index of [0, 1, 17, 58, 59, 60, 61, 100, 101]) {
      const at = lineOf(lines, index);
      const dropped = await wrongWith(closed(lines.toSpliced(at, 1)));
      expect(dropped).toMatchObject({ index });
      const doubled = await wrongWith(closed(lines.toSpliced(at, 0, lines[at]!)));
      expect(doubled?.index).toBe(index + 1);
      if (index === 101) continue;
      const other = lineOf(lines, index + 1);
      const exchanged = await wrongWith(closed(lines.with(at, lines[other]!).with(other, lines[at]!)));
      expect(exchanged).toMatchObject({ kind: 'reordered', index });
    }
  });

  it('names where the file was cut, after any line and inside any', async () => {
    const lines = linesOf(whole);
    for (let count = 1; count < lines.length; count += 1) {
      const cut = `${lines.slice(0, count).join('\n')}\n`;
      const places = lines.slice(0, count).filter((line) => line.includes('"index"')).length;
      expect(await wrongWith(cut)).toMatchObject({ kind: 'truncated', index: places });
      const inside = cut.slice(0, -10);
      expect((await wrongWith(inside))?.line).toBe(count);
    }
    expect((await verify('')).sound).toBe(false);
  });

  it('names the end that was cut and closed again', async () => {
    const lines = body(whole);
    const cut = closed(lines.slice(0, lineOf(lines, 80)));
    expect(await wrongWith(cut)).toMatchObject({ kind: 'truncated', index: 80, upTo: 102 });
  });

  it('names between which checkpoints an insider made events, chains and leaves anew', async () => {
    const store = await RewritableStore.of(log.store);
    const forged = await signedLog(100, [60, 30, 10]);
    const at = store.log.findIndex(
      ({ stream, position }) => stream.startsWith('credential') && position > 65,
    );
    const victim = { ...store.log[at]!, type: 'KeyChanged' };
    let previous = eventHash(victim);
    let rehashed = 0;
    store.log = store.log.with(at, victim).map((event) => {
      if (event.stream !== victim.stream || event.revision <= victim.revision) return event;
      const linked = { ...event, metadata: { ...event.metadata, previous } };
      previous = eventHash(linked);
      rehashed += 1;
      return linked;
    });
    expect(rehashed).toBeGreaterThan(0);
    const { LeafLog } = await import('../leaf-log/leaf-log.js');
    const { leafOf } = await import('../leaf/leaf-of.js');
    const leaves = LeafLog.open(':memory:');
    leaves.append(store.log.map(leafOf));
    const rewritten = await textOf(exportWhole({ ...optionsOf(log), store, leaves }));
    // No chain is broken and every leaf fits; only what was signed tells, and between which two places.
    expect(await wrongWith(rewritten)).toMatchObject({ kind: 'rewritten', index: 60, upTo: 91 });
    // Signed by a key of the insider's own, it is somebody else's log.
    expect((await verify(await textOf(exportWhole(optionsOf(forged))))).wrong?.kind).toBe(
      'checkpoint-invalid',
    );
  });

  it('finds a value that is spelled otherwise, though it says the same', async () => {
    const lines = body(whole);
    const at = lines.findIndex((line) => line.includes('clé choisie'));
    const spelled = closed(lines.with(at, lines[at]!.replace('é', '\\u00e9')));
    expect(await wrongWith(spelled)).toMatchObject({ kind: 'altered', line: at + 1 });
    const spaced = closed(lines.with(at, lines[at]!.replace(':', ': ')));
    expect(await wrongWith(spaced)).toMatchObject({ kind: 'altered', line: at + 1 });
    const parsed = JSON.parse(lines[at]!) as JsonValue;
    expect(canonicalJson(parsed)).toBe(lines[at]);
  });
});

describe('the verifier as a program', () => {
  /** The one file, with nothing beside it but what opens a .zst. */
  const program = () => {
    const source = readFileSync(new URL('./verify-export.ts', import.meta.url), 'utf8');
    const { code } = transformSync(source, {
      swcrc: false,
      configFile: false,
      module: { type: 'es6' },
      jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    });
    const file = scratch.file('verify-export.mjs');
    writeFileSync(file, code);
    return file;
  };
  const run = (...args: string[]) => spawnSync(process.execPath, [program(), ...args], { encoding: 'utf8' });

  it('imports nothing but four modules of Node, and fzstd where an export is packed', () => {
    const source = readFileSync(new URL('./verify-export.ts', import.meta.url), 'utf8');
    const imported = [...source.matchAll(/^import (?!type).* from '([^']+)';$/gm)].map(([, name]) => name);
    expect(imported).toEqual(['node:crypto', 'node:fs', 'node:url', 'node:zlib']);
    expect([...source.matchAll(/import\('([^']+)'\)/g)].map(([, name]) => name)).toEqual(['fzstd']);
  });

  it('says what a packed export needs where fzstd does not lie beside it', async () => {
    const file = scratch.file('packed.ndjson.zst');
    await writeExport(exportWhole(optionsOf(log)), file);
    const checkpoint = scratch.file('packed.note');
    writeFileSync(checkpoint, log.notes.at(-1)!);
    const alone = run(file, '--key', formatNoteKey(log.key), '--checkpoint', checkpoint);
    expect([alone.status, alone.stderr]).toEqual([
      2,
      'Packed exports open with fzstd: npm install fzstd beside this program, or zstd -dc FILE | node verify-export.js - …\n',
    ]);
  });

  it('says sound or where it is not, by its exit code too', async () => {
    const [file, checkpoint] = [scratch.file('whole.ndjson.zst'), scratch.file('checkpoint.note')];
    mkdirSync(scratch.file('node_modules'), { recursive: true });
    symlinkSync(
      fileURLToPath(new URL('../../../../node_modules/fzstd', import.meta.url)),
      scratch.file('node_modules/fzstd'),
    );
    await writeExport(exportWhole(optionsOf(log)), file);
    writeFileSync(checkpoint, log.notes.at(-1)!);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const options = ['--key', formatNoteKey(log.key), '--checkpoint', checkpoint];
    const sound = run(file, ...options);
    expect([sound.status, JSON.parse(sound.stdout)]).toEqual([0, await verify(whole)]);
    const older = scratch.file('older.ndjson.gz');
    writeFileSync(older, gzipSync(whole));
    expect(run(older, ...options).status).toBe(0);
    const cutOff = scratch.file('cut-off.ndjson.zst');
    writeFileSync(cutOff, readFileSync(file).subarray(0, -9));
    const cut = run(cutOff, ...options);
    expect([cut.status, JSON.parse(cut.stdout)]).toMatchObject([1, { wrong: { kind: 'truncated' } }]);
    expect(run(scratch.file('no-such-file.ndjson'), ...options).status).toBe(2);
    const plain = scratch.file('altered.ndjson');
    writeFileSync(plain, whole.replace('clé choisie', 'clé changée'));
    const altered = run(plain, ...options);
    expect(altered.status).toBe(1);
    expect(JSON.parse(altered.stdout)).toMatchObject({ sound: false, wrong: { kind: 'altered' } });
    expect(run(file).status).toBe(2);
    expect(run(file, '--key', 'nonsense', '--checkpoint', checkpoint).status).toBe(2);
  });
});
