import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ensureBuilt } from '../../tools/build.js';
import { tracesBelow } from '../product/files.js';
import { HttpClient } from '../product/http-client.js';
import { MailSink } from '../product/mail-sink.js';
import { tracesIn } from '../product/traces.js';
import { OtlpReceiver } from '../product/otlp-receiver.js';
import { settleSchool } from '../product/people.js';
import { Product } from '../product/product.js';
import { type Canaries, planted } from './canaries.js';

jest.setTimeout(240_000);

describe('canary secrets (TST-16)', () => {
  let mails: MailSink;
  let product: Product;
  let client: HttpClient;
  let folder: string;
  let heap: string;
  let traces: OtlpReceiver;
  let secrets: Canaries;

  beforeAll(async () => {
    ensureBuilt({ quiet: true });
    folder = await mkdtemp(join(tmpdir(), 'trousseau-canary-'));
    [mails, traces] = await Promise.all([MailSink.open(), OtlpReceiver.open()]);
    heap = await mkdtemp(join(tmpdir(), 'trousseau-heap-'));
    product = await Product.prepare({
      smtpUrl: mails.url,
      tracesUrl: traces.url,
      logFile: join(folder, 'said.log'),
      nodeOptions: ['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${heap}`],
    });
    await product.start();
    client = new HttpClient(product.port);
    const { manager, people } = await settleSchool(product, client, mails, 1);
    secrets = {
      ...(await planted(client, mails, people[0]!)),
      'chosen key of the manager': manager.key,
    };
  });
  afterAll(async () => {
    client.close();
    await product.remove();
    await Promise.all([mails.close(), traces.close()]);
    await rm(folder, { recursive: true, force: true });
    await rm(heap, { recursive: true, force: true });
  });

  it('are not in the memory of the process once it is done with them', async () => {
    const snapshot = await product.heapSnapshot(heap);
    expect(tracesIn(snapshot, secrets)).toEqual([]);
    // The search would find something: the names of our own events are there.
    expect(tracesIn(snapshot, { event: 'KeyChosen' })).not.toEqual([]);
  });

  it('are in no store, read model, mail queue, key file or log, raw, base64, hex, URL, UTF-16, gzip or zstd, while it runs and after', async () => {
    expect(Object.keys(secrets)).toHaveLength(7);
    expect(await tracesBelow(product.folder, secrets)).toEqual([]);
    await product.stop();
    expect(await tracesBelow(product.folder, secrets)).toEqual([]);
    expect(await tracesBelow(folder, secrets)).toEqual([]);
    // The search would find something: what everybody may know stands there.
    expect(await tracesBelow(product.folder, { event: 'KeyChosen' })).not.toEqual([]);
  });

  it('are in no trace that left, nor in the headers it came with', async () => {
    // It has ended by now, and sent what it still had.
    const { received } = traces;
    expect(tracesIn(received, secrets)).toEqual([]);
    // The search would find something: what everybody may know came, and a canary that is sent packed.
    const known = tracesIn(received, { request: 'auth.sign-in', event: 'SessionOpened' });
    expect(new Set(known.map(({ name }) => name))).toEqual(new Set(['request', 'event']));
    const canary = gzipSync(JSON.stringify({ attributes: [{ key: 'key', value: secrets['chosen key'] }] }));
    await fetch(`${traces.url}/v1/traces`, { method: 'POST', body: canary });
    const packed = tracesIn(traces.received, secrets);
    expect(new Set(packed.map(({ name }) => name))).toEqual(new Set(['chosen key']));
    expect(packed.every(({ spelling }) => spelling.startsWith('packed'))).toBe(true);
  });
});
